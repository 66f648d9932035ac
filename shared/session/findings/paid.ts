import { at } from '../../lib/at.ts';
import { HOLD, type Order } from '../../model/actions.ts';
import type { Micro } from '../../model/micro.ts';
import { orderEffects } from '../../model/orderEffects.ts';
import type { SeatId } from '../../model/world.ts';
import { agreedIfHeld } from '../topics/agreements/atReveal.ts';
import { inputOf } from '../topics/round.ts';
import type { RoundRecord, SessionState } from '../vocabulary/state.ts';

/** What an order did in its round, compared with *hold*: to its own state's points, and to the dial. */
export interface PaidRound {
  readonly round: number;
  readonly order: Order;
  readonly own: Micro;
  readonly world: Micro;
}

/** What all orders of a state did; the rounds add up to the sums. `own` is negative for a state that gave up points. */
export interface Paid {
  readonly seat: SeatId;
  readonly own: Micro;
  readonly world: Micro;
  readonly rounds: readonly PaidRound[];
}

/** Cached for a session: a whole class asks at the same moment. */
const known = new WeakMap<readonly RoundRecord[], readonly Paid[]>();

/**
 * Who paid for this ending: for each state, in the order of the table, what it gave up and what the world gained from it, as its
 * people saw it at each reveal. These are effects of single orders; they do not add up to the whole. [product B11]
 */
export function paidOf(state: SessionState): readonly Paid[] {
  const found = known.get(state.rounds) ?? reckoned(state);
  known.set(state.rounds, found);
  return found;
}

function reckoned(state: SessionState): readonly Paid[] {
  const byRound = state.rounds.map((record) => ({ record, effectOf: effectsIn(state, record) }));
  return state.seats.map(({ id: seat }): Paid => {
    const rounds = byRound.flatMap(({ record, effectOf }): readonly PaidRound[] => {
      const order = record.orders[seat] ?? HOLD;
      if (order.action === 'hold') return [];
      const { you, world } = effectOf(seat);
      return [{ round: record.round, order, own: you, world }];
    });
    const sum = (part: 'own' | 'world'): Micro => rounds.reduce((all, round) => all + round[part], 0);
    return { seat, own: sum('own'), world: sum('world'), rounds };
  });
}

function effectsIn(state: SessionState, record: RoundRecord) {
  const before = at(state.roundStarts, record.round - 1);
  const effects = orderEffects(state.basis.setting, before, inputOf(state.basis, record));
  return (seat: SeatId) => effects(seat, agreedIfHeld(state, record, before, seat));
}
