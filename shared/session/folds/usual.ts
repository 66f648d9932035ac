import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** Folds what the seats usually have. */
export function usualNoted(state: SessionState, { usual }: EventOf<'usualNoted'>): SessionState {
  return { ...state, usual };
}
