import { evolve } from '../session/evolve.ts';
import { initialState } from '../session/open.ts';
import type { SessionState } from '../session/vocabulary/state.ts';
import { fillRoles } from './fillRoles.ts';
import { basisOf } from './header.ts';
import type { LogLine, SessionLog } from './line.ts';

/** Every state of a recorded session: `states[n]` is the state after n lines. States share what did not change. */
export interface Replay {
  readonly states: readonly SessionState[];
}

/**
 * Plays a log back by folding its recorded events; decides nothing again. Throws if they cannot be folded. It holds every state,
 * each with a list of all that had been said: whoever needs a few states of a long record uses `seekable`.
 */
export function replay(log: Pick<SessionLog, 'header' | 'lines'>): Replay {
  let state = initialState(basisOf(log.header));
  const states = [state];
  for (const line of log.lines) {
    state = foldLine(state, line);
    states.push(state);
  }
  return { states };
}

/** The state after one more line. */
export function foldLine(state: SessionState, line: Pick<LogLine, 'events'>): SessionState {
  return line.events.reduce((now, event) => evolve(now, fillRoles(now, event)), state);
}
