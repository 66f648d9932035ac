import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceFor } from '../../shared/bots/chance.ts';
import { dispositionOf } from '../../shared/bots/dispositions.ts';
import { at } from '../../shared/lib/at.ts';
import type { ActionId, Order } from '../../shared/model/actions.ts';
import { apply } from '../../shared/model/ledger.ts';
import { drawEvent } from '../../shared/model/chance.ts';
import { legalityOf } from '../../shared/model/legality.ts';
import { resolveRound } from '../../shared/model/resolve.ts';
import { type DispositionId, dispositionIds } from '../../shared/session/vocabulary/actors.ts';
import { orderSchema } from '../../shared/session/vocabulary/orders.ts';
import { sightOf, tableOf } from './table.ts';

const ROUNDS = 4;

/** Leaves each card in the deck with some probability, *hold* always. */
function dealt(cards: readonly ActionId[], seed: number, round: number, seat: number): readonly ActionId[] {
  const chance = chanceFor(seed + 1, round, seat);
  return cards.filter((action) => chance() < 0.6 || action === 'hold');
}

/** Plays a whole table and passes every order to a check before it is resolved. */
function play(
  n: number,
  seed: number,
  dispositions: readonly DispositionId[],
  judge: (world: ReturnType<typeof sightOf>, order: Order) => void,
): void {
  const { setting, world: opening } = tableOf(n);
  let world = opening;
  let last: readonly Order[] | null = null;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const orders: Order[] = [];
    for (let seat = 0; seat < n; seat += 1) {
      const whole = sightOf({ setting, world }, seat, { lastOrders: last });
      const sight = { ...whole, open: dealt(whole.open, seed, round, seat) };
      const disposition = dispositionOf(at(dispositions, seat % dispositions.length));
      const order = disposition(sight, chanceFor(seed, round, seat));
      judge(sight, order);
      orders.push(order);
    }
    const byId = Object.fromEntries(setting.seats.map(({ id }, seat) => [id, at(orders, seat)]));
    const event = drawEvent(setting, seed, round);
    const input = { seed, orders: byId, events: event ? [event] : [], pledges: [], recognitions: [] };
    world = apply(world, resolveRound(setting, world, input).entries);
    last = orders;
  }
}

/** All except the one that looks ahead, which resolves about twenty rounds per order and has a smaller test of its own. */
const quick = dispositionIds.filter((id) => id !== 'look-ahead');
const characters = fc.array(fc.constantFrom(...quick), { minLength: 1, maxLength: 12 });

describe('every disposition, at tables of three to forty states', () => {
  const isLegalAndOpen = ({ setting, world, seat, open }: ReturnType<typeof sightOf>, order: Order): void => {
    expect(legalityOf(setting, world, seat, order)).toBeNull();
    expect(open).toContain(order.action);
    expect(orderSchema.safeParse(order).success).toBe(true);
  };

  it('gives a legal order whose card is open', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 40 }), fc.nat(), characters, (n, seed, dispositions) => {
        play(n, seed, dispositions, isLegalAndOpen);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it.each([3, 7, 12, 40])('gives a legal open order when it looks ahead at a table of %i', (n) => {
    const others = Array.from({ length: 11 }, (_, k) => at(quick, k % quick.length));
    const few =
      n === 40
        ? [...others, ...others, 'look-ahead' as const]
        : ['look-ahead' as const, ...others.slice(0, 3)];
    play(n, n, few, isLegalAndOpen);
  });

  it('gives the same order for the same sight and chance', () => {
    play(8, 5, dispositionIds, (sight, order) => {
      const disposition = dispositionOf(at(dispositionIds, sight.seat % dispositionIds.length));
      const frozen = structuredClone(sight);
      expect(disposition(frozen, chanceFor(5, sight.round, sight.seat))).toEqual(order);
    });
  });

  it('holds if nothing but hold is open', () => {
    const table = tableOf(12);
    for (const id of dispositionIds) {
      const order = dispositionOf(id)(sightOf(table, 3, { open: ['hold'] }), chanceFor(1, 1, 3));
      expect(order).toEqual({ action: 'hold' });
    }
  });
});
