import type { z } from 'zod';
import { sizedEffects } from '../model/world.ts';
import { nearest } from './nearest.ts';

/** One thing that is wrong with a scenario, told to its author in a plain English sentence. */
export interface ScenarioFault {
  /** Where it lies, such as `seats[2].brief.zh`; empty for the scenario as a whole. */
  readonly path: string;
  readonly message: string;
  /** What to write instead, where that can be guessed. */
  readonly suggestion: string | null;
}

type Issue = z.core.$ZodIssue;

/** Turns what the schema objects to into plain sentences, one for each place. */
export function shapeFaults(error: z.core.$ZodError): readonly ScenarioFault[] {
  return error.issues.flatMap((issue) => faultsOf(issue));
}

/** Writes a path the way an author reads it: `seats[2].brief.zh`. */
function pathText(path: readonly PropertyKey[]): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else text += text === '' ? String(part) : `.${String(part)}`;
  }
  return text;
}

function faultsOf(issue: Issue): readonly ScenarioFault[] {
  const path = pathText(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path,
      message: `The scenario format has no field "${key}" here.`,
      suggestion: `Remove "${key}" or check its spelling.`,
    }));
  }
  return [{ path, message: sentenceOf(issue), suggestion: suggestionFor(issue) }];
}

function sentenceOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined)
        return `This field is missing; it should be ${kindText(issue.expected)}.`;
      return `This should be ${kindText(issue.expected)}.`;
    case 'too_small':
      return `${measured(issue.origin)} must be ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}.`;
    case 'too_big':
      return `${measured(issue.origin)} must be ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}.`;
    case 'invalid_value':
      return `This must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(valueText).join(', ')}.`;
    case 'invalid_format':
      return 'This text is not written in the expected way.';
    case 'invalid_union':
      if (issue.path.includes('effects')) return `There is no effect of this kind; there are ${effectNames}.`;
      if (isRemark(issue.path)) return 'This should be a text in both languages, or one plain text.';
      return 'This matches none of the forms that are allowed here.';
    default:
      return `This is not valid: ${issue.message}.`;
  }
}

function suggestionFor(issue: Issue): string | null {
  if (issue.code === 'invalid_value' && typeof issue.input === 'string') {
    const known = issue.values.filter((value) => typeof value === 'string');
    const near = nearest(issue.input, known);
    return near === null ? null : `Did you mean "${near}"?`;
  }
  if (issue.code === 'invalid_union' && issue.path.includes('effects')) return effectHint(issue.input);
  if (issue.code === 'invalid_format') return formatHint(issue.path);
  if (issue.code === 'invalid_union' && isRemark(issue.path)) return 'Write { "en": "…", "zh": "…" }.';
  if (issue.code === 'invalid_union' && issue.path.includes('blocs')) {
    return 'Set "kind" to "exclusive" (a camp) or "functional" (a group on one field).';
  }
  return null;
}

/** Whether a remark on a source stands there. */
function isRemark(path: readonly PropertyKey[]): boolean {
  return path.at(-1) === 'source' || path.at(-1) === 'provenance';
}

const effectKinds: readonly string[] = [...sizedEffects, 'blame'];
const effectNames = effectKinds.join(', ');

function effectHint(input: unknown): string | null {
  const given = typeof input === 'object' && input !== null && 'kind' in input ? input.kind : null;
  const near = typeof given === 'string' ? nearest(given, effectKinds) : null;
  return near === null ? null : `Did you mean "${near}"?`;
}

function formatHint(path: readonly PropertyKey[]): string {
  if (path.includes('plans') && path.at(-1) === 'id')
    return 'Write rounds and steps joined by x, such as "6x3".';
  return 'Use lower-case letters, digits and hyphens, beginning with a letter, 40 signs at most.';
}

function kindText(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    tuple: 'a list of fixed length',
    object: 'an object',
    record: 'an object',
  };
  return (Object.hasOwn(names, expected) ? names[expected] : undefined) ?? expected;
}

function measured(origin: string): string {
  if (origin === 'string') return 'The length of this text';
  if (origin === 'array' || origin === 'set') return 'The number of items in this list';
  return 'This number';
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}

/** A fault for every item that an earlier one equals. */
export function repeated(
  items: readonly string[],
  pathOf: (index: number) => string,
  noun: string,
): ScenarioFault[] {
  const faults: ScenarioFault[] = [];
  for (const [index, item] of items.entries()) {
    const first = items.indexOf(item);
    if (first === index) continue;
    faults.push({
      path: pathOf(index),
      message: `The ${noun} "${item}" is already given at ${pathOf(first)}.`,
      suggestion: `Keep one of the two, or rename this one.`,
    });
  }
  return faults;
}
