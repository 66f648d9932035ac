import { at } from '../lib/at.ts';
import { HOLD } from './actions.ts';
import type { Micro } from './micro.ts';
import { measureRound } from './resolve.ts';
import type { SeatId, Setting, World } from './world.ts';
import type { RoundInput } from './roundInput.ts';

/** What a seat's order did: its own payoff of the round, and the direction after it, micro-units. */
export interface OrderEffect {
  readonly you: Micro;
  readonly world: Micro;
}

/**
 * What the orders of a resolved round did, each alone: the round minus the same round with that seat holding. The round as it was is resolved
 * once, whoever is asked about. `ifHeld` is how the table would have judged its agreements then; left out, the judgement stays.
 */
export function orderEffects(
  setting: Setting,
  world: World,
  input: RoundInput,
  measure: typeof measureRound = measureRound,
): (seat: SeatId, ifHeld?: Pick<RoundInput, 'pledges' | 'corridors'>) => OrderEffect {
  const played = measure(setting, world, input);
  return (seat, { pledges, corridors = [] } = input) => {
    const index = setting.seats.findIndex(({ id }) => id === seat);
    const held = measure(setting, world, {
      ...input,
      orders: { ...input.orders, [seat]: HOLD },
      pledges,
      corridors,
    });
    return {
      you: at(played.payoffs, index).total - at(held.payoffs, index).total,
      world: played.indicators.direction - held.indicators.direction,
    };
  };
}
