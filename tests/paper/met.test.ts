import { describe, expect, test } from 'vitest';
import { casesMet, isMet } from '../../server/simulate/studies/cases.ts';
import { standsFor } from '../../server/simulate/studies/lab.ts';
import { mixes } from '../../shared/bots/mixes.ts';
import { at } from '../../shared/lib/at.ts';
import { scenarioIds } from '../../shared/scenario/packs.ts';
import { type GameRecord, recordGame } from '../../shared/simulation/record.ts';

/** Sessions of each shipped scenario: two thousand in all. */
const EACH = 400;

function stand(id: string) {
  return at(standsFor(id, undefined), 0);
}

function play(id: string, count: number): readonly GameRecord[] {
  const { table } = stand(id);
  const condition = {
    table,
    mix: mixes.CLASS,
    talk: 'none',
    openDeck: false,
    twist: { kind: 'none' },
  } as const;
  return Array.from({ length: count }, (_, k) => recordGame(condition, k + 1));
}

describe('in two thousand sessions of the shipped scenarios', () => {
  test.each(scenarioIds)(
    'every row of the table is met in one of fifty: %s',
    (id) => {
      const unmet = casesMet(stand(id).scenario, play(id, EACH)).filter((one) => !isMet(one));
      expect(unmet.map((row) => row.id)).toEqual([]);
    },
    600_000,
  );
});

describe('a case', () => {
  const { scenario } = stand('archipelago');
  const met = (records: readonly GameRecord[]) =>
    casesMet(scenario, records).find(({ id }) => id === 'un-oewg')!;

  test('whose cards nobody plays and whose events never happen would be noticed', () => {
    const silent = play('archipelago', 1).map((record) => ({
      ...record,
      rounds: record.rounds.map((round) => ({ ...round, actions: [], event: null })),
    }));
    expect(met(silent)).toEqual({ id: 'un-oewg', came: 0, isOffered: false });
    expect(isMet(met(silent))).toBe(false);
  });

  test('is met from one session in fifty on', () => {
    const came = { id: 'un-oewg', isOffered: false } as const;
    expect(isMet({ ...came, came: 7 / 400 })).toBe(false);
    expect(isMet({ ...came, came: 8 / 400 })).toBe(true);
    expect(isMet({ ...came, came: 0, isOffered: true })).toBe(true);
  });
});
