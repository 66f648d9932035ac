import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** Folds a pause. */
export function sessionPaused(state: SessionState, event: EventOf<'sessionPaused'>): SessionState {
  return { ...state, paused: { remainingMs: event.remainingMs } };
}

/** Folds the end of a pause. */
export function sessionResumed(state: SessionState): SessionState {
  return { ...state, paused: null };
}

/** Folds a return after a stop: a pause goes on with its time. */
export function sessionReopened(state: SessionState, event: EventOf<'sessionReopened'>): SessionState {
  return state.paused === null ? state : { ...state, paused: { remainingMs: event.remainingMs } };
}
