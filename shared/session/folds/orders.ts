import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** Folds a seal; the later one of a round counts. */
export function ordersSealed(state: SessionState, event: EventOf<'ordersSealed'>): SessionState {
  const sealed = { order: event.order, expects: event.expects };
  return { ...state, sealed: { ...state.sealed, [event.seat]: sealed } };
}

/** Folds a broken seal. */
export function ordersWithdrawn(state: SessionState, event: EventOf<'ordersWithdrawn'>): SessionState {
  const { [event.seat]: _withdrawn, ...sealed } = state.sealed;
  return { ...state, sealed };
}

/** Folds a bet. */
export function betPlaced(state: SessionState, event: EventOf<'betPlaced'>): SessionState {
  return { ...state, bets: { ...state.bets, [event.seat]: event.band } };
}
