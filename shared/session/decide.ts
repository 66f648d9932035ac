import { assertNever } from '../lib/assertNever.ts';
import { failed, type Result } from '../lib/result.ts';
import type { Actor } from './vocabulary/actors.ts';
import { refusalByAuthority } from './authority.ts';
import type { Command, CommandOf } from './vocabulary/commands.ts';
import type { Event } from './vocabulary/events.ts';
import type { Refusal } from './vocabulary/refusals.ts';
import type { SessionState } from './vocabulary/state.ts';
import { decideTalk, isTalkCommand } from './topics/talk.ts';
import { decideDebriefing, isDebriefing } from './topics/debrief.ts';
import { decideFacilitation, isFacilitation } from './topics/facilitating.ts';
import { decideCharter, isCharterCommand } from './topics/charters.ts';
import { decideDelegation, isDelegationCommand } from './topics/delegations.ts';
import { decideAgreement, isAgreementCommand } from './topics/agreements/agreements.ts';
import { decideEntry, isEntryCommand } from './topics/entry.ts';
import { endSession, pauseSession, reopenSession, resumeSession } from './topics/hosting.ts';
import { betOnDial, sealOrders, withdrawOrders } from './topics/orders.ts';
import { closePhase, startSession } from './topics/phases.ts';
import { noteUsual } from './topics/usual.ts';
import { coverSeat, handBackSeat, takeSeat } from './topics/seats.ts';

type Decision = Result<readonly Event[], Refusal>;

/**
 * Judges a command: the events it brings about, or the rule that says no. Pure; the same state, actor and command
 * always give the same answer, so a recorded session can be judged again.
 */
export function decide(state: SessionState, actor: Actor, command: Command): Decision {
  const refusal = refusalByAuthority(state, actor, command.type);
  if (refusal !== null) return failed(refusal);
  if (isTalkCommand(command)) return decideTalk(state, actor, command);
  if (isAgreementCommand(command)) return decideAgreement(state, actor, command);
  if (isEntryCommand(command)) return decideEntry(state, command);
  if (isFacilitation(command)) return decideFacilitation(state, actor, command);
  if (isCharterCommand(command)) return decideCharter(state, actor, command);
  if (isDelegationCommand(command)) return decideDelegation(state, actor, command);
  if (isDebriefing(command)) return decideDebriefing(state, actor, command);
  switch (command.type) {
    case 'takeSeat':
      return takeSeat(state, command);
    case 'coverSeat':
      return coverSeat(state, command);
    case 'handBackSeat':
      return handBackSeat(state, actor, command);
    case 'startSession':
      return startSession(state);
    case 'sealOrders':
      return sealOrders(state, actor, command);
    case 'withdrawOrders':
      return withdrawOrders(state, actor);
    case 'betOnDial':
      return betOnDial(state, actor, command);
    case 'closePhase':
      return closePhase(state, command);
    default:
      return decideCourse(state, command);
  }
}

/** What the host and the server do with the session as a whole. */
function decideCourse(
  state: SessionState,
  command: CommandOf<
    'pauseSession' | 'resumeSession' | 'reopenSession' | 'endSession' | 'cancelSession' | 'noteUsual'
  >,
): Decision {
  switch (command.type) {
    case 'pauseSession':
      return pauseSession(state, command);
    case 'resumeSession':
      return resumeSession(state);
    case 'reopenSession':
      return reopenSession(state, command);
    case 'endSession':
    case 'cancelSession':
      return endSession(state, command);
    case 'noteUsual':
      return noteUsual(state, command);
    default:
      return assertNever(command);
  }
}
