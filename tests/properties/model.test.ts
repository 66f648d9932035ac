import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '#shared/lib/at.ts';
import type { ActionId, Order } from '#shared/model/actions.ts';
import { type EqualMark, explain, type Subject } from '#shared/model/explain.ts';
import { derive } from '#shared/model/indicators.ts';
import { apply, packLedger, unpackLedger } from '#shared/model/ledger.ts';
import { measureDirection, measureRound, resolveBare, resolveRound } from '#shared/model/resolve.ts';
import { planRound } from '#shared/model/rules/moves.ts';
import { MICRO } from '#shared/model/micro.ts';
import type { Setting, World } from '#shared/model/world.ts';
import type { RoundInput } from '#shared/model/roundInput.ts';
import { chanceFrom, roundOf, seeds } from '../model/play.ts';
import { type Table, tableOf } from '../model/tables.ts';

const hostile: readonly ActionId[] = ['restrict', 'localize', 'build-force', 'join-exclusive'];
const sizes = fc.constantFrom(6, 8, 12);
const paces = fc.constantFrom(1, 2, 3);

function expectInRange({ setting }: Table, world: World): void {
  const n = setting.seats.length;
  for (const [pair, trust] of world.trust.entries()) {
    const [low, high] = pair % (n + 1) === 0 ? [0, 0] : [0.01 * MICRO, 0.99 * MICRO];
    expect(trust).toBeGreaterThanOrEqual(low);
    expect(trust).toBeLessThanOrEqual(high);
  }
  for (const barrier of world.barrier) expect(barrier).toBeLessThanOrEqual(0.9 * MICRO);
  for (const bloc of world.blocs) {
    if (bloc.kind === 'exclusive') expect(bloc.depth).toBeGreaterThanOrEqual(0.1 * MICRO);
    expect(bloc.members.length).toBeGreaterThan(0);
  }
  for (const [name, total] of Object.entries(derive(setting, world).totals)) {
    expect(total).toBeGreaterThanOrEqual(name === 'direction' ? -1 : 0);
    expect(total).toBeLessThanOrEqual(1);
  }
}

describe('a world under any play', () => {
  it('stays in range, and its entries are its change, packed or not', () => {
    fc.assert(
      fc.property(seeds, sizes, paces, (seed, n, steps) => {
        const table = tableOf(n, { steps, scarred: seed % 2 === 0, confirm: 1 });
        const chance = chanceFrom(seed);
        let { world } = table;
        for (let round = 0; round < 8; round++) {
          const { entries } = resolveRound(table.setting, world, roundOf(table.setting, world, chance));
          expect(unpackLedger(JSON.parse(JSON.stringify(packLedger(entries))))).toEqual(entries);
          world = apply(world, entries);
          expectInRange(table, world);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is the same without a ledger: world, payoffs, indicators, participation', () => {
    fc.assert(
      fc.property(seeds, sizes, paces, (seed, n, steps) => {
        const { setting, world: opening } = tableOf(n, { steps, scarred: seed % 2 === 0, confirm: 1 });
        const chance = chanceFrom(seed);
        let world = opening;
        for (let round = 0; round < 8; round++) {
          const input = roundOf(setting, world, chance);
          const { entries, payoffs, indicators, participation } = resolveRound(setting, world, input);
          const bare = resolveBare(setting, world, planRound(setting, input));
          const after = apply(world, entries);
          const derived = derive(setting, after);
          expect(bare).toStrictEqual({ world: after, derived, payoffs, indicators, participation });
          expect(measureRound(setting, world, input)).toStrictEqual({ payoffs, indicators });
          expect(measureDirection(setting, world, input)).toBe(indicators.direction);
          world = after;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('stays in range when every seat repeats one hostile act for forty rounds', () => {
    for (const action of hostile) {
      const table = tableOf(12);
      const chance = chanceFrom(7);
      let { world } = table;
      for (let round = 0; round < 40; round++) {
        const input = roundOf(table.setting, world, chance, [action]);
        world = apply(world, resolveRound(table.setting, world, input).entries);
        expectInRange(table, world);
      }
    }
  });

  it('does not depend on the order in which orders were written down', () => {
    fc.assert(
      fc.property(seeds, paces, (seed, steps) => {
        const table = tableOf(12, { steps });
        const input = roundOf(table.setting, table.world, chanceFrom(seed));
        const turned = { ...input, orders: Object.fromEntries(Object.entries(input.orders).toReversed()) };
        expect(resolveRound(table.setting, table.world, turned)).toEqual(
          resolveRound(table.setting, table.world, input),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('explains every number by parts that sum to its change', () => {
    fc.assert(
      fc.property(seeds, sizes, (seed, n) => {
        const table = tableOf(n);
        const chance = chanceFrom(seed);
        const first = roundOf(table.setting, table.world, chance);
        const world = apply(table.world, resolveRound(table.setting, table.world, first).entries);
        const { entries } = resolveRound(table.setting, world, roundOf(table.setting, world, chance));
        const after = apply(world, entries);
        const [a = '', b = ''] = table.setting.seats.map(({ id }) => id).toSorted(() => chance() - 0.5);
        const subjects: readonly Exclude<Subject, EqualMark>[] = [
          { kind: 'trust', of: a, in: b },
          { kind: 'seat', quantity: 'threat', seat: a },
          { kind: 'pair', quantity: 'link', a, b },
          { kind: 'indicator', indicator: 'direction' },
          { kind: 'indicator', indicator: 'regimeFragmentation' },
        ];
        for (const subject of subjects) {
          const { from, to, parts } = explain(table.setting, world, entries, after, subject);
          expect(parts.reduce((sum, { delta }) => sum + delta, 0)).toBe(to - from);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('comes out the same under other names and places of the seats', () => {
    fc.assert(
      fc.property(seeds, paces, (seed, steps) => {
        const table = tableOf(12, { steps });
        const chance = chanceFrom(seed);
        const order = table.setting.seats.map((_, index) => index).toSorted(() => chance() - 0.5);
        const turned = {
          setting: turnedSetting(table.setting, order),
          world: turnedWorld(table.world, order),
        };
        let [ours, theirs] = [table.world, turned.world];
        for (let round = 0; round < 5; round++) {
          const input = withoutDraws(roundOf(table.setting, ours, chance));
          ours = apply(ours, resolveRound(table.setting, ours, input).entries);
          theirs = apply(theirs, resolveRound(turned.setting, theirs, input).entries);
        }
        expectAlike(turnedWorld(ours, order), theirs);
      }),
      { numRuns: 20 },
    );
  });
});

function withoutDraws(input: RoundInput): RoundInput {
  const fixed = Object.entries(input.orders).map(([seat, order]): [string, Order] => {
    const strikes = order.action === 'build-force' && (order.targets ?? []).length > 0;
    return [seat, strikes ? { ...order, operation: 'attributed' } : order];
  });
  return { ...input, orders: Object.fromEntries(fixed) };
}

function turnedSetting({ seats, parameters }: Setting, order: readonly number[]): Setting {
  return { seats: order.map((index) => at(seats, index)), parameters };
}

function turnedWorld(world: World, order: readonly number[]): World {
  const n = order.length;
  const seats = (values: readonly number[]) => order.map((index) => at(values, index));
  const pairs = (values: readonly number[]) => order.flatMap((i) => order.map((j) => at(values, i * n + j)));
  return {
    ...world,
    development: seats(world.development),
    defence: seats(world.defence),
    localization: seats(world.localization),
    force: seats(world.force),
    shock: seats(world.shock),
    score: seats(world.score),
    trust: pairs(world.trust),
    restriction: pairs(world.restriction),
    barrier: pairs(world.barrier),
    grievance: pairs(world.grievance),
    engaged: pairs(world.engaged),
    blocs: world.blocs.map((bloc) => ({
      ...bloc,
      members: bloc.members.map((member) => order.indexOf(member)).toSorted((a, b) => a - b),
    })),
  };
}

/** Sums in another order differ in their last digit, so a number may end one or two micro-units away. */
const ALIKE = 12;

function expectAlike(ours: unknown, theirs: unknown): void {
  if (typeof ours === 'number' && typeof theirs === 'number') {
    expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(ALIKE);
  } else if (Array.isArray(ours) && Array.isArray(theirs)) {
    expect(ours.length).toBe(theirs.length);
    for (const [index, value] of ours.entries()) expectAlike(value, theirs[index]);
  } else if (typeof ours === 'object' && ours !== null && typeof theirs === 'object' && theirs !== null) {
    expect(Object.keys(ours)).toEqual(Object.keys(theirs));
    for (const [key, value] of Object.entries(ours))
      expectAlike(value, Object.entries(theirs).find(([k]) => k === key)?.[1]);
  } else expect(ours).toBe(theirs);
}
