import type { World } from '../../model/world.ts';
import { openCards } from '../topics/deck.ts';
import { trustKnownTo, worldOf } from '../topics/trustSeen.ts';
import type { Sight } from './sight.ts';

/** What a sight is made from; `world` is the whole one. */
export interface SightInput extends Omit<Sight, 'world' | 'round' | 'open'> {
  readonly world: World;
  readonly openDeck: boolean;
  /** Whether everybody reads everybody's trust. */
  readonly isTrustOpen: boolean;
}

/**
 * Makes what a bot may know; nothing else does. Each part is added by name: of scores only the own one, of trust no more than a
 * person in that seat sees.
 */
export function makeSight(given: SightInput): Sight {
  const { setting, seat, world } = given;
  const score = new Array<number>(setting.seats.length).fill(0);
  score[seat] = world.score[seat] ?? 0;
  const known = worldOf(world, {
    trust: given.isTrustOpen ? world.trust : trustKnownTo(setting, world, seat),
    score,
  });
  const round = world.round + 1;
  const sight = {
    setting,
    seat,
    world: known,
    lastOrders: given.lastOrders,
    round,
    rounds: given.rounds,
    events: given.events,
    open: openCards(setting, given.openDeck, known, round, seat),
    seats: given.seats,
  };
  return given.derived === undefined ? sight : { ...sight, derived: given.derived };
}
