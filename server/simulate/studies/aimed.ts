import { chanceFor } from '#shared/bots/chance.ts';
import { orderFor } from '#shared/bots/choose.ts';
import { readingOf } from '#shared/bots/reading.ts';
import type { ActionId, Order } from '#shared/model/actions.ts';
import type { Setting, World } from '#shared/model/world.ts';
import { makeSight } from '#shared/session/views/makeSight.ts';

/** A table before its next round. */
export interface Moment {
  readonly setting: Setting;
  readonly world: World;
  /** The orders of the last round by seat index; null before the first. */
  readonly lastOrders: readonly Order[] | null;
}

/** The order of a card with the targets that a bot at that seat would choose; null if the card has no use now. */
export function aimedOrder(
  { setting, world, lastOrders }: Moment,
  seat: number,
  action: ActionId,
): Order | null {
  const sight = makeSight({
    setting,
    seat,
    world,
    openDeck: true,
    isTrustOpen: true,
    lastOrders,
    rounds: setting.parameters.rounds,
    events: [],
    seats: setting.seats.map(({ id }) => id),
  });
  return orderFor(readingOf(sight), chanceFor(1, sight.round, seat), action);
}
