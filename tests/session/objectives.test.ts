import { describe, expect, it } from 'vitest';
import { at } from '#shared/lib/at.ts';
import type { Order } from '#shared/model/actions.ts';
import { MICRO } from '#shared/model/micro.ts';
import type { Bloc, World } from '#shared/model/world.ts';
import type { ObjectiveId } from '#shared/scenario/schema.ts';
import { type ObjectiveStanding, objectivesOf } from '#shared/session/topics/objectives.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { viewFor } from '#shared/session/view.ts';
import { after, decidingTable, delegateOf, host } from './table.ts';

const noText = () => null;
const seats = decidingTable().seats.map(({ id }) => id);
const [aurelia, meridia, indravar, straitport, savannah] = [0, 1, 3, 4, 5] as const;

/** The table with other objectives at one seat. */
function aiming(
  state: SessionState,
  seat: number,
  objectives: readonly [ObjectiveId, ObjectiveId],
): SessionState {
  const { scenario } = state.basis;
  const changed = scenario.seats.map((role, index) =>
    index === seat ? { ...role, objectives: [...objectives] satisfies [ObjectiveId, ObjectiveId] } : role,
  );
  return { ...state, basis: { ...state.basis, scenario: { ...scenario, seats: changed } } };
}

function standing(state: SessionState, seat: number, id: ObjectiveId): ObjectiveStanding {
  const other = id === 'shield' ? 'reconciler' : 'shield';
  return objectivesOf(aiming(state, seat, [id, other]), seat)[0];
}

function withWorld(change: (world: World) => Partial<World>): SessionState {
  const state = decidingTable();
  return { ...state, world: { ...state.world, ...change(state.world) } };
}

function trusting(pairs: readonly (readonly [number, number, number])[]): SessionState {
  return withWorld(({ trust }) => {
    const changed = [...trust];
    for (const [i, j, value] of pairs) changed[i * seats.length + j] = Math.round(value * MICRO);
    return { trust: changed };
  });
}

/** The table after rounds in which these seats give these orders and the others hold. */
function played(rounds: readonly Readonly<Record<string, Order>>[]): SessionState {
  let state = decidingTable();
  for (const orders of rounds) {
    while (state.phase.name !== 'decision')
      state = after(state, host, { type: 'closePhase', because: 'host' });
    for (const [seat, order] of Object.entries(orders)) {
      state = after(state, delegateOf(seat), { type: 'sealOrders', order });
    }
    state = after(state, host, { type: 'closePhase', because: 'host' });
  }
  return state;
}

function camp(members: readonly number[]): Bloc {
  return { id: 1, kind: 'exclusive', side: 1, depth: 200_000, members, age: 1 };
}

const all = Object.fromEntries(seats.map((seat) => [seat, { action: 'commit' } as const]));

describe('a rule-maker', () => {
  it('counts commitments in rounds in which common rules could grow, and reaches the goal with two', () => {
    const one = standing(played([all]), aurelia, 'rule-maker');
    expect([one.reached / one.goal, one.done]).toEqual([0.5, false]);
    expect(standing(played([all, all]), aurelia, 'rule-maker').done).toBe(true);
  });

  it('gains nothing by committing alone, nor by holding while the others commit', () => {
    expect(standing(played([{ savannah: { action: 'commit' } }]), savannah, 'rule-maker').reached).toBe(0);
    const { savannah: _held, ...others } = all;
    expect(standing(played([others]), savannah, 'rule-maker').reached).toBe(0);
  });

  it('loses what a step back undid', () => {
    const back = after(played([all]), host, { type: 'stepBack' });
    expect(standing(back, aurelia, 'rule-maker').reached).toBe(0);
  });
});

describe('a reconciler', () => {
  const before = decidingTable().world.trust;
  const start = (i: number, j: number) => at(before, i * seats.length + j) / MICRO;

  it('needs both rivals to trust each other 15 points more than at the start', () => {
    const oneSided = trusting([[aurelia, meridia, start(aurelia, meridia) + 0.2]]);
    expect(standing(oneSided, straitport, 'reconciler').reached).toBe(0);
    const both = trusting([
      [aurelia, meridia, start(aurelia, meridia) + 0.2],
      [meridia, aurelia, start(meridia, aurelia) + 0.15],
    ]);
    const done = standing(both, straitport, 'reconciler');
    expect([done.reached, done.done, done.about]).toEqual([150_000, true, [aurelia, meridia]]);
  });

  it('gains nothing from two who were no rivals', () => {
    const friends = trusting([
      [indravar, straitport, 0.99],
      [straitport, indravar, 0.99],
    ]);
    expect(standing(friends, straitport, 'reconciler').reached).toBe(0);
  });
});

describe('a non-aligned state', () => {
  it('is trusted by both camp leaders, and the less trusting one counts', () => {
    const state = trusting([
      [aurelia, indravar, 0.7],
      [meridia, indravar, 0.49],
    ]);
    const near = standing(state, indravar, 'non-aligned');
    expect([near.reached, near.done, near.about]).toEqual([490_000, false, [aurelia, meridia]]);
    const there = trusting([
      [aurelia, indravar, 0.7],
      [meridia, indravar, 0.5],
    ]);
    expect(standing(there, indravar, 'non-aligned').done).toBe(true);
  });

  it('stays outside the camps', () => {
    const inside = withWorld(({ trust }) => ({
      trust: trust.map(() => 0.9 * MICRO),
      blocs: [camp([aurelia, indravar])],
    }));
    expect(standing(inside, indravar, 'non-aligned')).toMatchObject({ barred: true, done: false });
  });
});

describe('a camp leader', () => {
  it('needs 22 per cent of the weight in a camp that is not dormant', () => {
    const alone = standing(decidingTable(), aurelia, 'camp-leader');
    expect([alone.reached > 0, alone.barred, alone.done]).toEqual([true, true, false]);
    const two = standing(
      withWorld(() => ({ blocs: [camp([aurelia, savannah])] })),
      aurelia,
      'camp-leader',
    );
    expect([two.barred, two.done, two.about]).toEqual([false, true, [savannah]]);
  });

  it('has nothing outside a camp', () => {
    expect(standing(decidingTable(), straitport, 'camp-leader')).toMatchObject({ reached: 0, done: false });
  });
});

it('a shield is a defence of 45', () => {
  const defended = (value: number) => withWorld(() => ({ defence: seats.map(() => value) }));
  expect(standing(defended(449_999), savannah, 'shield').done).toBe(false);
  expect(standing(defended(450_000), savannah, 'shield').done).toBe(true);
});

describe('a gap-closer', () => {
  const build = (seat: string): Order => ({ action: 'build-capacity', targets: [seat] });

  it('is credited by the ledger with the capacity it built at its best partner', () => {
    const state = played([{ straitport: build('savannah') }, { straitport: build('savannah') }]);
    const raised = standing(state, straitport, 'gap-closer');
    expect([raised.done, raised.about]).toEqual([true, [savannah]]);
    // It also grew by itself, for which nobody gets credit.
    const grown = at(state.world.development, savannah) - at(decidingTable().world.development, savannah);
    expect(raised.reached).toBeLessThan(grown);
  });

  it('is not credited with what others built', () => {
    const state = played([{ straitport: build('savannah') }]);
    expect(standing(state, aurelia, 'gap-closer').reached).toBe(0);
  });
});

describe('the secret', () => {
  const mine = (state: SessionState) => aiming(state, aurelia, ['gap-closer', 'non-aligned']);
  const others = [
    { kind: 'observer' },
    { kind: 'host' },
    { kind: 'delegate', seat: 'meridia', delegate: 'person-meridia' },
  ] as const;

  it('is kept during the session: other viewers see the same whatever a seat aims at', () => {
    const state = played([all]);
    for (const viewer of others) {
      expect(viewFor(mine(state), viewer, noText)).toEqual(viewFor(state, viewer, noText));
    }
    const own = { kind: 'delegate', seat: 'aurelia', delegate: 'person-aurelia' } as const;
    expect(viewFor(mine(state), own, noText)).not.toEqual(viewFor(state, own, noText));
  });

  it('is open to everybody at the end', () => {
    const ended = after(mine(played([all])), host, { type: 'endSession' });
    const { ending } = viewFor(ended, { kind: 'observer' }, noText).table;
    expect(ending?.seats[0]?.objectives.map(({ id }) => id)).toEqual(['gap-closer', 'non-aligned']);
    expect(ending?.seats.every(({ objectives }) => objectives.length === 2)).toBe(true);
  });

  it('shows its own seat a number that is rounded down, so that it never looks reached too early', () => {
    const state = aiming(
      withWorld(() => ({ defence: seats.map(() => 449_999) })),
      savannah,
      ['shield', 'non-aligned'],
    );
    const viewer = { kind: 'delegate', seat: 'savannah', delegate: 'person-savannah' } as const;
    expect(viewFor(state, viewer, noText).own?.objectives[0]).toMatchObject({
      reached: 449,
      goal: 450,
      done: false,
    });
  });
});
