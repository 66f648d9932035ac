import { describe, expect, it } from 'vitest';
import type { Bloc, World } from '#shared/model/world.ts';
import { derive } from '#shared/model/indicators.ts';
import { causesOf, effectOf } from './causes.ts';
import { inputOf, pair, play, seat, tableOf } from './tables.ts';

const table = tableOf(12);
const blocOf = (world: World, id: number): Bloc | undefined => world.blocs.find((bloc) => bloc.id === id);

describe('membership', () => {
  it('changes by joining, which leaves the former camp, and by leaving one bloc', () => {
    const orders = {
      ironmark: { action: 'join-exclusive', bloc: 2 },
      aurelia: { action: 'leave', bloc: 3 },
    } as const;
    const { after } = play(table, inputOf(orders));
    const ironmark = seat(table, 'ironmark');
    expect(blocOf(after, 1)?.members).not.toContain(ironmark);
    expect(blocOf(after, 2)?.members).toContain(ironmark);
    expect(blocOf(after, 3)?.members).not.toContain(seat(table, 'aurelia'));
    expect(blocOf(after, 1)?.members).toContain(seat(table, 'aurelia'));
  });

  it('is founded by all seats that ask for the same, with ids in a fixed order', () => {
    const join = (field: 1 | 2, side: 1 | -1) => ({ action: 'join-functional', field, side }) as const;
    const { after } = play(
      table,
      inputOf({ pelagos: join(2, 1), savannah: join(1, -1), concordia: join(1, 1), verdania: join(1, 1) }),
    );
    const founded = after.blocs.filter(({ id }) => id >= 5);
    expect(founded.map(({ id, side, members }) => ({ id, side, members }))).toEqual([
      { id: 5, side: 1, members: [seat(table, 'concordia'), seat(table, 'verdania')] },
      { id: 6, side: -1, members: [seat(table, 'savannah')] },
      { id: 7, side: 1, members: [seat(table, 'pelagos')] },
    ]);
    expect(after.nextBloc).toBe(8);
    expect(founded.every(({ age }) => age === 1)).toBe(true);
  });

  it('ends with the last member, unless somebody joins in the same round', () => {
    const leave = { action: 'leave', bloc: 2 } as const;
    const emptied = play(table, inputOf({ meridia: leave, boreas: leave }));
    expect(blocOf(emptied.after, 2)).toBeUndefined();
    const handedOn = play(
      table,
      inputOf({ meridia: leave, boreas: leave, duneland: { action: 'join-exclusive', bloc: 2 } }),
    );
    expect(blocOf(handedOn.after, 2)?.members).toEqual([seat(table, 'duneland')]);
  });

  it('counts its age in rounds, not in passes', () => {
    const { after } = play(tableOf(12, { steps: 3 }), inputOf({}));
    expect(after.blocs.map(({ age }) => age)).toEqual([1, 1, 1, 1]);
  });
});

describe('a camp of one', () => {
  const small = tableOf(6);

  it('has no boundary, no cover and keeps its depth', () => {
    const { after } = play(small, inputOf({ aurelia: { action: 'join-exclusive' } }));
    const before = blocOf(small.world, 1);
    expect(blocOf(after, 1)).toMatchObject({
      depth: before?.kind === 'exclusive' ? before.depth : 0,
      age: 1,
    });
    expect(derive(small.setting, after).totals.blocIndex).toBe(0);
  });

  it('wakes when somebody joins, from the depth it had', () => {
    const { after } = play(small, inputOf({ concordia: { action: 'join-exclusive', bloc: 1 } }));
    expect(derive(small.setting, after).totals.blocIndex).toBeGreaterThan(0);
  });
});

describe('an active camp', () => {
  it('deepens when more than a fifth of its members ask for it, each member with an equal share', () => {
    const order = { action: 'join-exclusive', bloc: 1 } as const;
    const played = play(table, inputOf({ aurelia: order, ironmark: order }));
    const shares = played.entries.flatMap((entry) =>
      'quantity' in entry && entry.reason === 'deepened' ? [entry.delta] : [],
    );
    const expected = 0.15 * Math.min(1, 1.5 * (2 / 3 - 0.2)) * (0.5 + 0.53);
    expect(shares).toHaveLength(2);
    expect((shares[0] ?? 0) + (shares[1] ?? 0)).toBeCloseTo(expected * 1e6, -1);
    expect(Math.abs((shares[0] ?? 0) - (shares[1] ?? 0))).toBeLessThanOrEqual(1);
  });

  it('opens up by the members who ask for it, never below the floor', () => {
    const open = { action: 'open-bloc' } as const;
    const played = play(table, inputOf({ aurelia: open, halcyon: open, ironmark: open }));
    expect(effectOf(played, 'depth', 1, 'openedUp')).toBe(-126_000);
    let world = played.after;
    for (let round = 0; round < 8; round++) {
      world = play({ ...table, world }, inputOf({ aurelia: open, halcyon: open, ironmark: open })).after;
    }
    expect(blocOf(world, 1)).toMatchObject({ depth: 100_000 });
  });

  it('and a functional group let members come to trust each other', () => {
    const played = play(table, inputOf({}));
    const mates = causesOf(played, 'trust', pair(table, 'aurelia', 'halcyon'));
    expect(mates).toEqual(expect.arrayContaining(['sameCamp', 'functionalGroup']));
    expect(causesOf(played, 'trust', pair(table, 'aurelia', 'concordia'))).not.toContain('sameCamp');
  });
});
