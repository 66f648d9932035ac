import type { Order } from '../../../model/actions.ts';
import type { Corridor, Pledge, Recognition, SeatId } from '../../../model/world.ts';
import type { SessionState } from '../../vocabulary/state.ts';
import { type Agreement, isOpenTo } from '../../vocabulary/agreements.ts';
import { type Circumstances, circumstancesNow } from './circumstances.ts';
import { corridorsOf } from './corridors.ts';
import { roundOf } from '../table.ts';
import { evidenceOf } from './judge.ts';
import { bindingIn, pledgesBy, recognitionsOf } from './pledges.ts';

/** What a preview counts on: the pledges that an order would affect, and the partners towards whom it would break its word. */
export interface Foresight {
  readonly pledges: readonly Pledge[];
  readonly recognitions: readonly Recognition[];
  readonly corridors: readonly Corridor[];
  readonly breaks: readonly SeatId[];
}

/**
 * The pledges of the round under one order of a seat if everybody else keeps theirs; only agreements that the seat may read.
 * [model D.14]
 */
export function foresightOf(state: SessionState, seat: SeatId, order: Order): Foresight {
  const round = roundOf(state);
  const readable = bindingIn(state.agreements, round).filter((agreement) => isOpenTo(agreement, seat));
  const about = circumstancesNow(state);
  const own = readable.filter(({ parties }) => parties.includes(seat));
  return {
    pledges: pledgesBy(readable, round, (agreement) => evidenceOf(agreement, round, seat, order, about)),
    recognitions: recognitionsOf(
      readable,
      round,
      state.world,
      state.seats.map(({ id }) => id),
    ),
    corridors: corridorsOf(readable, round, (agreement, party) =>
      party === seat ? evidenceOf(agreement, round, seat, order, about) : [],
    ),
    breaks: breaksOf(own, round, seat, order, about),
  };
}

/** The partners towards whom an order of a seat would break its word in a round. */
export function breaksOf(
  agreements: readonly Agreement[],
  round: number,
  seat: SeatId,
  order: Order,
  about: Circumstances,
): readonly SeatId[] {
  const broken = agreements.flatMap((agreement) =>
    evidenceOf(agreement, round, seat, order, about).flatMap(({ kept, towards }) => (kept ? [] : towards)),
  );
  return [...new Set(broken)];
}
