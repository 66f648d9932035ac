import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** Notes what the seats usually score. */
export function usualNoted(state: SessionState, { usual }: EventOf<'usualNoted'>): SessionState {
  return { ...state, usual };
}
