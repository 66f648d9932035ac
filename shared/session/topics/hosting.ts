import { failed, ok } from '../../lib/result.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { Decision } from '../vocabulary/decision.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { endOfSession } from './ending.ts';

/** The host pauses; the command brings the remaining time. */
export function pauseSession(_state: SessionState, command: CommandOf<'pauseSession'>): Decision {
  return ok([{ type: 'sessionPaused', remainingMs: command.remainingMs }]);
}

/** The host ends the pause. */
export function resumeSession(state: SessionState): Decision {
  if (state.paused === null) return failed({ code: 'sessionNotPaused' });
  return ok([{ type: 'sessionResumed' }]);
}

/** After the server was down, the phase gets the time it still had. */
export function reopenSession(_state: SessionState, command: CommandOf<'reopenSession'>): Decision {
  return ok([{ type: 'sessionReopened', remainingMs: command.remainingMs }]);
}

/** The host ends the session, or cancels it in the lobby. */
export function endSession(
  state: SessionState,
  { type }: CommandOf<'endSession' | 'cancelSession'>,
): Decision {
  return ok([endOfSession(state, type === 'cancelSession' ? 'cancelled' : 'host')]);
}
