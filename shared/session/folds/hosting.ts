import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** Pauses the session. */
export function sessionPaused(state: SessionState, event: EventOf<'sessionPaused'>): SessionState {
  return { ...state, paused: { remainingMs: event.remainingMs } };
}

/** Ends the pause. */
export function sessionResumed(state: SessionState): SessionState {
  return { ...state, paused: null };
}

/** Gives the phase its remaining time after the server was down; a pause stays a pause. */
export function sessionReopened(state: SessionState, event: EventOf<'sessionReopened'>): SessionState {
  return state.paused === null ? state : { ...state, paused: { remainingMs: event.remainingMs } };
}
