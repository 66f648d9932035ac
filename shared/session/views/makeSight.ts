import type { World } from '../../model/world.ts';
import { deckOf } from '../topics/deck.ts';
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
export function makeSight({ world, openDeck, isTrustOpen, ...given }: SightInput): Sight {
  const { setting, seat } = given;
  const known = worldOf(world, {
    trust: isTrustOpen ? world.trust : trustKnownTo(setting, world, seat),
    score: setting.seats.map((_, index) => (index === seat ? (world.score[seat] ?? 0) : 0)),
  });
  const round = world.round + 1;
  return {
    setting,
    seat,
    world: known,
    lastOrders: given.lastOrders,
    round,
    rounds: given.rounds,
    events: given.events,
    open: deckOf(setting, openDeck, known, round, seat).open,
    seats: given.seats,
    ...(given.derived === undefined ? {} : { derived: given.derived }),
  };
}
