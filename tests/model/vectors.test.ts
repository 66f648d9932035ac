import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveScript } from '#shared/model/resolveScript.ts';

const folder = join(import.meta.dirname, 'vectors');

/** The allowed difference from a number of the reference, which keeps nine digits where we keep six. */
const CLOSE = 1e-3;

/** Places where two values differ: numbers by more than `CLOSE`, everything else at all. */
function differences(ours: unknown, theirs: unknown, place = ''): readonly string[] {
  if (typeof ours === 'number' && typeof theirs === 'number') {
    return Math.abs(ours - theirs) <= CLOSE ? [] : [`${place}: ${ours} is not ${theirs}`];
  }
  if (isRecord(ours) && isRecord(theirs)) {
    const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
    return [...keys].flatMap((key) => differences(ours[key], theirs[key], `${place}/${key}`));
  }
  return ours === theirs ? [] : [`${place}: ${String(ours)} is not ${String(theirs)}`];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

describe('the engine and the numerical sketch', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    it(`agree on every quantity of every round of ${file}`, () => {
      const vector = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      expect(differences(resolveScript(vector.input), vector.output)).toEqual([]);
    });
  }
});
