import { isNestedDeeperThan, MOST_NESTED } from '../lib/nesting.ts';
import { failed, type Result } from '../lib/result.ts';
import { checkScenario } from './check.ts';
import { fault } from './faults.ts';
import type { ScenarioFault } from './faultWords.ts';
import { scenarioIds } from './packs.ts';
import type { Scenario } from './schema.ts';

/** Checks the text of a file that is to be kept beside the shipped scenarios: size and form first, then content. */
export function scenarioInFile(text: string, mostBytes: number): Result<Scenario, readonly ScenarioFault[]> {
  if (new TextEncoder().encode(text).length > mostBytes)
    return failed([fault('', 'tooLarge', { most: mostBytes / 1024 }, 'otherFile')]);
  // Some editors put a byte order mark before the first bracket; it is not part of the text.
  const plain = text.replace(/^\uFEFF/, '');
  if (isNestedDeeperThan(plain, MOST_NESTED))
    return failed([fault('', 'tooDeep', { most: MOST_NESTED }, 'otherFile')]);
  const parsed = parsedJson(plain);
  if (!parsed.ok) return parsed;
  if (!isScenario(parsed.value)) return failed([fault('', 'notScenario', {}, 'otherFile')]);
  const checked = checkScenario(parsed.value);
  if (!checked.ok) return checked;
  const { id } = checked.value;
  return scenarioIds.some((shipped) => shipped === id)
    ? failed([fault('id', 'shippedId', { id }, 'otherId')])
    : checked;
}

function isScenario(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, 'format') &&
    formatOf(value) === FORMAT
  );
}

const FORMAT = 'crossroads-scenario';

function formatOf(value: object): unknown {
  return 'format' in value ? value.format : undefined;
}

function parsedJson(text: string): Result<unknown, readonly ScenarioFault[]> {
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch (error) {
    const told = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    const place = told === undefined ? text.length : Number(told);
    const line = text.slice(0, place).split('\n').length;
    return failed([fault('', 'notJson', { line }, 'commas')]);
  }
}
