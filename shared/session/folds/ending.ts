import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** Ends the session. */
export function sessionEnded(state: SessionState, event: EventOf<'sessionEnded'>): SessionState {
  const { because, finalScores, moments } = event;
  return { ...state, paused: null, phase: { name: 'ended', because, finalScores, moments } };
}
