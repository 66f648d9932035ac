import { describe, expect, it } from 'vitest';
import { actionIds, type ActionId } from '#shared/model/actions.ts';
import { apply, packLedger, unpackLedger } from '#shared/model/ledger.ts';
import type { Entry } from '#shared/model/entries.ts';
import { resolveRound } from '#shared/model/resolve.ts';
import { chanceFrom, roundOf } from './play.ts';
import { inputOf, play, seat, tableOf } from './tables.ts';

describe('applying entries', () => {
  const table = tableOf(6);

  it('changes what they say and nothing else, and leaves the old world alone', () => {
    const before = structuredClone(table.world);
    const after = apply(table.world, [{ reason: 'hardening', quantity: 'defence', at: 2, delta: 1000 }]);
    expect(after).toEqual({ ...before, defence: before.defence.with(2, (before.defence[2] ?? 0) + 1000) });
    expect(table.world).toEqual(before);
  });

  it('moves a barrier in both directions', () => {
    const after = apply(table.world, [{ reason: 'campBoundary', quantity: 'barrier', at: 1, delta: 500 }]);
    expect([after.barrier[1], after.barrier[6]]).toEqual([100_500, 100_500]);
  });

  it.each<[string, Entry]>([
    ['a number out of its range', { reason: 'fatigue', quantity: 'regime', at: 0, delta: -900_000 }],
    ['a part of a micro-unit', { reason: 'fatigue', quantity: 'regime', at: 0, delta: 0.5 }],
    ['a fact that was otherwise', { reason: 'roundResolved', fact: 'round', at: 0, from: 3, to: 4 }],
    ['a seat that is not there', { reason: 'fatigue', quantity: 'force', at: 77, delta: 1 }],
    ['a bloc that is not there', { reason: 'deepened', quantity: 'depth', at: 77, delta: 1 }],
    ['points of a camp', { reason: 'recognition', quantity: 'coordination', at: 1, delta: 1 }],
  ])('throws on %s', (_, entry) => {
    expect(() => apply(table.world, [entry])).toThrow();
  });
});

describe('a round in the ledger', () => {
  it('names each cause of each number once, over several passes too', () => {
    for (const steps of [1, 3]) {
      const table = tableOf(12, { steps });
      const { entries } = play(table, roundOf(table.setting, table.world, chanceFrom(5)));
      const keys = entries
        .filter((entry) => 'quantity' in entry)
        .map(({ reason, author, bloc, quantity, at }) => `${reason} ${author} ${bloc} ${quantity} ${at}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('says who caused a blow', () => {
    const table = tableOf(12);
    const { entries } = play(table, inputOf({ aurelia: { action: 'restrict', targets: ['savannah'] } }));
    const author = seat(table, 'aurelia');
    expect(entries).toContainEqual({
      reason: 'restrictiveMeasure',
      author,
      quantity: 'restriction',
      at: author * 12 + seat(table, 'savannah'),
      delta: 450_000,
    });
  });

  it.each([
    [12, 1, 8_000],
    [12, 3, 8_000],
    [40, 3, 90_000],
    [40, 1, 90_000],
  ])('at %i seats and %i passes packs into the budget and comes out as it went in', (n, steps, bytes) => {
    const table = tableOf(n, { steps });
    const chance = chanceFrom(n);
    let { world } = table;
    let largest = 0;
    for (let round = 0; round < 6; round++) {
      const { entries } = resolveRound(table.setting, world, roundOf(table.setting, world, chance, typical));
      const packed = JSON.stringify(packLedger(entries));
      expect(unpackLedger(JSON.parse(packed))).toEqual(entries);
      largest = Math.max(largest, packed.length);
      world = apply(world, entries);
    }
    expect(largest).toBeLessThanOrEqual(bytes);
  });

  it('cannot be unpacked from rows of something else', () => {
    expect(() => unpackLedger([[0, 9999, -1, -1, 0, 1, 1]])).toThrow();
    expect(() => unpackLedger([[null, 1, 1]])).toThrow();
  });
});

/** Roughly what a class plays: mostly cooperation and holding, some measures. */
const typical: readonly ActionId[] = [...actionIds, 'hold', 'hold', 'commit', 'commit', 'dialogue', 'harden'];
