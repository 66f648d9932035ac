import { chanceFor } from '../../shared/bots/chance.ts';
import { dispositionOf } from '../../shared/bots/dispositions.ts';
import { makeSight } from '../../shared/session/views/makeSight.ts';
import type { Sight } from '../../shared/session/views/sight.ts';
import { at } from '../../shared/lib/at.ts';
import type { ActionId, Order } from '../../shared/model/actions.ts';
import { openWorld, profilesOf } from '../../shared/model/opening.ts';
import { REFERENCE_PARAMETERS } from '../../shared/model/parameters.ts';
import { standardOpening, standardRoster } from '../../shared/model/roster.ts';
import type { Setting, World } from '../../shared/model/world.ts';
import type { DispositionId } from '../../shared/session/vocabulary/actors.ts';

/** A table of n states with the reference opening. */
export function tableOf(n: number): { readonly setting: Setting; readonly world: World } {
  const roster = standardRoster(n, 1);
  const setting: Setting = { seats: profilesOf(roster), parameters: { ...REFERENCE_PARAMETERS, steps: 3 } };
  return { setting, world: openWorld(setting, standardOpening(roster)) };
}

/** What a seat sees at a table with the whole deck dealt, with some fields replaced. */
export function sightOf(
  table: { readonly setting: Setting; readonly world: World },
  seat: number,
  more: Partial<Sight> = {},
): Sight {
  const { setting, world } = table;
  const sight = makeSight({
    setting,
    seat,
    world,
    openDeck: true,
    isTrustOpen: true,
    lastOrders: null,
    rounds: 16,
    events: [],
    seats: setting.seats.map(({ id }) => id),
  });
  return { ...sight, ...more };
}

/** The orders of a disposition under many random numbers. */
export function ordersOf(disposition: DispositionId, sight: Sight, count = 400): readonly Order[] {
  return Array.from({ length: count }, (_, seed) => {
    return dispositionOf(disposition)(sight, chanceFor(seed, sight.round, sight.seat));
  });
}

/** The share of orders with one of some actions. */
export function shareOf(orders: readonly Order[], ...actions: readonly ActionId[]): number {
  return orders.filter(({ action }) => actions.includes(action)).length / orders.length;
}

/** A round in which all hold except the given seats. */
export function lastOrders(setting: Setting, given: Readonly<Record<number, Order>>): readonly Order[] {
  return setting.seats.map((_, seat) => given[seat] ?? { action: 'hold' });
}

/** A world with some numbers of one seat replaced, in micro-units. */
export function withStock(
  world: World,
  quantity: 'defence' | 'localization' | 'force' | 'shock',
  seat: number,
  value: number,
): World {
  const stock = world[quantity].map((old, index) => (index === seat ? value : old));
  at(stock, seat);
  return { ...world, [quantity]: stock };
}
