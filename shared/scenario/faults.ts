import type { z } from 'zod';
import { sizedEffects } from '../model/world.ts';
import type { ScenarioFault } from './faultWords.ts';
import { nearest } from './nearest.ts';

type Issue = z.core.$ZodIssue;
type What = Pick<ScenarioFault, 'what' | 'values'>;
type Hint = Pick<ScenarioFault, 'hint' | 'values'>;

/** A fault of the scenario, with a hint for the same values if there is one. */
export function fault(
  path: string,
  what: ScenarioFault['what'],
  values: ScenarioFault['values'] = {},
  hint: ScenarioFault['hint'] = null,
): ScenarioFault {
  return { path, what, hint, values };
}

/** Turns the objections of the schema into plain faults, one for each place. */
export function shapeFaults(error: z.core.$ZodError): readonly ScenarioFault[] {
  return error.issues.flatMap((issue) => faultsOf(issue));
}

/** Writes a path as an author reads it: `seats[2].brief.zh`. */
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
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((field) => fault(path, 'unknownField', { field }, 'removeField'));
  const { what, values } = whatOf(issue);
  const hinted = hintFor(issue);
  return [{ path, what, hint: hinted?.hint ?? null, values: { ...values, ...hinted?.values } }];
}

function whatOf(issue: Issue): What {
  switch (issue.code) {
    case 'invalid_type': {
      const what = issue.input === undefined ? 'missing' : 'wrongKind';
      return { what, values: { kind: issue.expected } };
    }
    case 'too_small':
      return {
        what: issue.inclusive === false ? 'moreThan' : 'least',
        values: { what: measured(issue.origin), limit: String(issue.minimum) },
      };
    case 'too_big':
      return {
        what: issue.inclusive === false ? 'lessThan' : 'most',
        values: { what: measured(issue.origin), limit: String(issue.maximum) },
      };
    case 'invalid_value':
      return {
        what: issue.values.length === 1 ? 'oneValue' : 'oneOfValues',
        values: { values: issue.values.map(valueText).join(', ') },
      };
    case 'invalid_format':
      return { what: 'badFormat', values: {} };
    case 'invalid_union':
      if (issue.path.includes('effects'))
        return { what: 'noSuchEffect', values: { values: effectKinds.join(', ') } };
      return { what: isRemark(issue.path) ? 'noRemark' : 'noForm', values: {} };
    case 'custom':
      return { what: 'reservedId', values: { id: String(issue.input) } };
    default:
      return { what: 'notValid', values: {} };
  }
}

function hintFor(issue: Issue): Hint | null {
  if (issue.code === 'invalid_value' && typeof issue.input === 'string')
    return nearestHint(
      issue.input,
      issue.values.filter((value) => typeof value === 'string'),
    );
  if (issue.code === 'invalid_union' && issue.path.includes('effects')) return effectHint(issue.input);
  if (issue.code === 'invalid_format') return formatHint(issue.path);
  if (issue.code === 'invalid_union' && isRemark(issue.path))
    return { hint: 'bothLanguages', values: { braces: '{ "en": "…", "zh": "…" }' } };
  if (issue.code === 'custom') return { hint: 'otherId', values: {} };
  if (issue.code === 'invalid_union' && issue.path.includes('blocs'))
    return { hint: 'blocKinds', values: {} };
  return null;
}

/** Whether a place holds a remark on a source. */
function isRemark(path: readonly PropertyKey[]): boolean {
  return ['provenance', 'source'].includes(String(path.at(-1)));
}

/** The known word that was probably meant; null if none is near. */
export function nearestHint(word: string, known: readonly string[]): Hint | null {
  const near = nearest(word, known);
  return near === null ? null : { hint: 'didYouMean', values: { near } };
}

const effectKinds: readonly string[] = [...sizedEffects, 'blame'];

function effectHint(input: unknown): Hint | null {
  const given = typeof input === 'object' && input !== null && 'kind' in input ? input.kind : null;
  return typeof given === 'string' ? nearestHint(given, effectKinds) : null;
}

function formatHint(path: readonly PropertyKey[]): Hint {
  const isPlan = path.includes('plans') && path.at(-1) === 'id';
  return { hint: isPlan ? 'planId' : 'slug', values: {} };
}

function measured(origin: string): string {
  if (origin === 'string') return 'textLength';
  return origin === 'array' || origin === 'set' ? 'listLength' : 'thisNumber';
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}

/** A fault for every item that equals an earlier one. */
export function repeated(
  items: readonly string[],
  pathOf: (index: number) => string,
  noun: string,
): ScenarioFault[] {
  const faults: ScenarioFault[] = [];
  const firsts = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const first = firsts.get(item);
    if (first === undefined) firsts.set(item, index);
    else faults.push(fault(pathOf(index), 'repeated', { noun, item, first: pathOf(first) }, 'keepOne'));
  }
  return faults;
}
