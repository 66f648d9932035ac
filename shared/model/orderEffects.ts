import { at } from '../lib/at.ts';
import { HOLD } from './actions.ts';
import type { Micro } from './micro.ts';
import { measureRound } from './resolve.ts';
import type { SeatId, Setting, World } from './world.ts';
import type { RoundInput } from './roundInput.ts';

/** The effect of a seat's order: on its own payoff of the round, and on the direction after it, micro-units. */
export interface OrderEffect {
  readonly you: Micro;
  readonly world: Micro;
}

/**
 * The effect of each order of a resolved round alone: the round minus the same round with that seat holding. The actual round is
 * resolved once for all seats. `ifHeld` gives the agreements as the table would have judged them then; without it, the judgement
 * stays.
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
