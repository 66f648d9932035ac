import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** Seals an order; a later one in the same round replaces it. */
export function ordersSealed(state: SessionState, event: EventOf<'ordersSealed'>): SessionState {
  const sealed = { order: event.order, expects: event.expects };
  return { ...state, sealed: { ...state.sealed, [event.seat]: sealed } };
}

/** Breaks a seal. */
export function ordersWithdrawn(state: SessionState, event: EventOf<'ordersWithdrawn'>): SessionState {
  const { [event.seat]: _withdrawn, ...sealed } = state.sealed;
  return { ...state, sealed };
}

/** Sets a bet; a later one in the same round replaces it. */
export function betPlaced(state: SessionState, event: EventOf<'betPlaced'>): SessionState {
  return { ...state, bets: { ...state.bets, [event.seat]: event.band } };
}
