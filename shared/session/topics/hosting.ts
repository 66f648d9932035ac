import { failed, ok } from '../../lib/result.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { Decision } from '../vocabulary/decision.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { endOfSession } from './ending.ts';

/** The host stops the clock; the time that is left comes with the command. */
export function pauseSession(_state: SessionState, command: CommandOf<'pauseSession'>): Decision {
  return ok([{ type: 'sessionPaused', remainingMs: command.remainingMs }]);
}

/** The host lets the clock run on. */
export function resumeSession(state: SessionState): Decision {
  if (state.paused === null) return failed({ code: 'sessionNotPaused' });
  return ok([{ type: 'sessionResumed' }]);
}

/** The server is back after a stop and gives the phase the time it still had. */
export function reopenSession(_state: SessionState, command: CommandOf<'reopenSession'>): Decision {
  return ok([{ type: 'sessionReopened', remainingMs: command.remainingMs }]);
}

/** The host ends the session where it stands, or calls it off before it has begun. */
export function endSession(
  state: SessionState,
  { type }: CommandOf<'endSession' | 'cancelSession'>,
): Decision {
  return ok([endOfSession(state, type === 'cancelSession' ? 'cancelled' : 'host')]);
}
