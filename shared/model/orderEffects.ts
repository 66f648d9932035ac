import { at } from '../lib/at.ts';
import { HOLD } from './actions.ts';
import type { Micro } from './micro.ts';
import { measureDirection, measureRound } from './resolve.ts';
import type { SeatId, Setting, World } from './world.ts';
import type { RoundInput } from './roundInput.ts';

type Agreed = Pick<RoundInput, 'pledges' | 'corridors'>;

/** The effect of a seat's order: on its own payoff of the round, and on the direction after it, micro-units. */
export interface OrderEffect {
  readonly you: Micro;
  readonly world: Micro;
}

/**
 * The effect of each order of a resolved round alone: the round minus the same round with that seat holding. The actual round is
 * resolved once for all seats. `agreed` gives the agreements as the table would have judged them then; without it, the judgement
 * stays.
 */
export function orderEffects(
  setting: Setting,
  world: World,
  input: RoundInput,
  measure: typeof measureRound = measureRound,
): (seat: SeatId, agreed?: Agreed) => OrderEffect {
  const played = measure(setting, world, input);
  return (seat, agreed = input) => {
    const index = setting.seats.findIndex(({ id }) => id === seat);
    const held = measure(setting, world, ifHeld(input, seat, agreed));
    return {
      you: at(played.payoffs, index).total - at(held.payoffs, index).total,
      world: played.indicators.direction - held.indicators.direction,
    };
  };
}

/**
 * The effect of each order of a resolved round on the dial alone, micro-units: `direction`, where the dial stood after the round,
 * minus where it would have stood with that seat holding.
 */
export function dialEffects(
  setting: Setting,
  world: World,
  input: RoundInput,
  direction: Micro,
): (seat: SeatId, agreed?: Agreed) => Micro {
  return (seat, agreed = input) => direction - measureDirection(setting, world, ifHeld(input, seat, agreed));
}

/** A round with one seat holding, and the agreements as they are judged then. */
function ifHeld(input: RoundInput, seat: SeatId, { pledges, corridors = [] }: Agreed): RoundInput {
  return { ...input, orders: { ...input.orders, [seat]: HOLD }, pledges, corridors };
}
