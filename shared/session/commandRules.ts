import type { Actor, ActorKind } from './vocabulary/actors.ts';
import type { CommandOf, CommandType } from './vocabulary/commands.ts';
import type { Decision } from './vocabulary/decision.ts';
import type { Phase, SessionState } from './vocabulary/state.ts';
import { admitDelegates, clearAbsent } from './topics/admitting.ts';
import {
  amendAgreement,
  proposeAgreement,
  signAgreement,
  withdrawAgreement,
} from './topics/agreements/agreements.ts';
import { joinAgreement, leaveAgreement, renewAgreement } from './topics/agreements/agreementsInForce.ts';
import { noteBookmark, removeBookmark, setBookmark, showBookmark } from './topics/bookmarks.ts';
import { charterBloc, giveNotice, voteAdmit, voteCharter, voteExpel } from './topics/charters.ts';
import { betOnWhatIf, proposeWhatIf, showWhatIf } from './topics/debriefWhatIf.ts';
import { answerSurvey, givePulse, setDebriefStep, writeReflection } from './topics/debrief.ts';
import { passHead, setRole } from './topics/delegations.ts';
import { draftOrder, withdrawDraft } from './topics/drafts.ts';
import { noteExport, setEntry, turnAway, waitForSeat } from './topics/entry.ts';
import { answerHand, raiseHand } from './topics/hands.ts';
import { endSession, pauseSession, reopenSession, resumeSession } from './topics/hosting.ts';
import { cancelInject, injectEvent } from './topics/injects.ts';
import { betOnDial, sealOrders, withdrawOrders } from './topics/orders.ts';
import { closePhase, startSession } from './topics/phases.ts';
import { answerQuiz } from './topics/quiz.ts';
import { extendPhase, stepBack } from './topics/rewinding.ts';
import {
  coverSeat,
  handBackSeat,
  moveDelegate,
  placeDelegate,
  removeDelegate,
  swapDelegates,
  takeSeat,
} from './topics/seats.ts';
import { declareSilent, muteDelegate, say, setTalk } from './topics/talk.ts';
import { noteUsual } from './topics/usual.ts';

type PhaseName = Phase['name'];

/** The rule of one command: who may give it, in which phases, whether in a pause too, and the function that decides it. */
interface CommandRule<Type extends CommandType> {
  readonly by: readonly ActorKind[];
  readonly during: readonly PhaseName[];
  readonly whilePaused: boolean;
  readonly decide: (state: SessionState, command: CommandOf<Type>, actor: Actor) => Decision;
}

const playing: readonly PhaseName[] = ['briefing', 'negotiation', 'decision', 'reveal', 'review'];
const bargaining: readonly PhaseName[] = ['negotiation', 'decision'];
const beforeEnd: readonly PhaseName[] = ['lobby', ...playing];

/** Every command with who may give it, when, and what decides it. Nothing else grants authority. [contracts, who acts] */
export const commandRules: { readonly [Type in CommandType]: CommandRule<Type> } = {
  takeSeat: { by: ['delegate'], during: beforeEnd, whilePaused: true, decide: takeSeat },
  coverSeat: { by: ['host', 'server'], during: beforeEnd, whilePaused: true, decide: coverSeat },
  handBackSeat: {
    by: ['host', 'server', 'delegate'],
    during: beforeEnd,
    whilePaused: true,
    decide: handBackSeat,
  },
  startSession: { by: ['host'], during: ['lobby'], whilePaused: false, decide: startSession },
  sealOrders: { by: ['delegate', 'bot'], during: ['decision'], whilePaused: false, decide: sealOrders },
  withdrawOrders: { by: ['delegate'], during: ['decision'], whilePaused: false, decide: withdrawOrders },
  draftOrder: { by: ['delegate'], during: ['decision'], whilePaused: false, decide: draftOrder },
  withdrawDraft: { by: ['delegate'], during: ['decision'], whilePaused: false, decide: withdrawDraft },
  charterBloc: { by: ['delegate'], during: bargaining, whilePaused: false, decide: charterBloc },
  voteCharter: { by: ['delegate'], during: bargaining, whilePaused: false, decide: voteCharter },
  voteAdmit: { by: ['delegate'], during: bargaining, whilePaused: false, decide: voteAdmit },
  voteExpel: { by: ['delegate'], during: bargaining, whilePaused: false, decide: voteExpel },
  giveNotice: { by: ['delegate'], during: bargaining, whilePaused: false, decide: giveNotice },
  setRole: { by: ['host', 'delegate'], during: beforeEnd, whilePaused: true, decide: setRole },
  passHead: { by: ['server'], during: beforeEnd, whilePaused: true, decide: passHead },
  betOnDial: {
    by: ['delegate', 'bot'],
    during: ['negotiation', 'decision'],
    whilePaused: false,
    decide: betOnDial,
  },
  closePhase: { by: ['host', 'clock'], during: playing, whilePaused: false, decide: closePhase },
  pauseSession: { by: ['host'], during: playing, whilePaused: false, decide: pauseSession },
  resumeSession: { by: ['host'], during: playing, whilePaused: true, decide: resumeSession },
  reopenSession: { by: ['server'], during: playing, whilePaused: true, decide: reopenSession },
  // `closedBecause` decides which channel is open when.
  say: { by: ['host', 'delegate', 'bot'], during: playing, whilePaused: true, decide: say },
  setTalk: { by: ['host'], during: beforeEnd, whilePaused: true, decide: setTalk },
  declareSilent: { by: ['host'], during: playing, whilePaused: true, decide: declareSilent },
  muteDelegate: { by: ['host'], during: beforeEnd, whilePaused: true, decide: muteDelegate },
  extendPhase: { by: ['host'], during: playing, whilePaused: true, decide: extendPhase },
  // `roundOfInject` in topics/injects.ts decides into which round an event can still come.
  injectEvent: { by: ['host'], during: beforeEnd, whilePaused: true, decide: injectEvent },
  cancelInject: { by: ['host'], during: beforeEnd, whilePaused: true, decide: cancelInject },
  stepBack: { by: ['host'], during: playing, whilePaused: true, decide: stepBack },
  moveDelegate: { by: ['host'], during: beforeEnd, whilePaused: true, decide: moveDelegate },
  removeDelegate: { by: ['host'], during: beforeEnd, whilePaused: true, decide: removeDelegate },
  setEntry: { by: ['host'], during: beforeEnd, whilePaused: true, decide: setEntry },
  waitForSeat: { by: ['server'], during: beforeEnd, whilePaused: true, decide: waitForSeat },
  placeDelegate: { by: ['host'], during: beforeEnd, whilePaused: true, decide: placeDelegate },
  admitDelegates: { by: ['host'], during: beforeEnd, whilePaused: true, decide: admitDelegates },
  // The server frees the places of people who have never come.
  clearAbsent: { by: ['host', 'server'], during: beforeEnd, whilePaused: true, decide: clearAbsent },
  turnAway: { by: ['host'], during: beforeEnd, whilePaused: true, decide: turnAway },
  swapDelegates: { by: ['host'], during: beforeEnd, whilePaused: true, decide: swapDelegates },
  noteExport: { by: ['host'], during: beforeEnd, whilePaused: true, decide: noteExport },
  raiseHand: { by: ['delegate'], during: beforeEnd, whilePaused: true, decide: raiseHand },
  answerHand: { by: ['host'], during: beforeEnd, whilePaused: true, decide: answerHand },
  // In the phases of the first round only: see `answerQuiz`.
  answerQuiz: {
    by: ['delegate'],
    during: ['lobby', 'briefing', 'negotiation'],
    whilePaused: true,
    decide: answerQuiz,
  },
  proposeAgreement: {
    by: ['delegate', 'bot'],
    during: bargaining,
    whilePaused: false,
    decide: proposeAgreement,
  },
  amendAgreement: { by: ['delegate', 'bot'], during: bargaining, whilePaused: false, decide: amendAgreement },
  signAgreement: { by: ['delegate', 'bot'], during: bargaining, whilePaused: false, decide: signAgreement },
  withdrawAgreement: {
    by: ['delegate', 'bot'],
    during: bargaining,
    whilePaused: false,
    decide: withdrawAgreement,
  },
  leaveAgreement: { by: ['delegate', 'bot'], during: bargaining, whilePaused: false, decide: leaveAgreement },
  setDebriefStep: { by: ['host'], during: ['ended'], whilePaused: false, decide: setDebriefStep },
  proposeWhatIf: { by: ['host'], during: ['ended'], whilePaused: false, decide: proposeWhatIf },
  betOnWhatIf: { by: ['delegate'], during: ['ended'], whilePaused: false, decide: betOnWhatIf },
  showWhatIf: { by: ['host'], during: ['ended'], whilePaused: false, decide: showWhatIf },
  givePulse: { by: ['delegate'], during: ['ended'], whilePaused: false, decide: givePulse },
  answerSurvey: {
    by: ['delegate'],
    during: ['lobby', 'briefing', 'ended'],
    whilePaused: true,
    decide: answerSurvey,
  },
  writeReflection: { by: ['delegate'], during: ['ended'], whilePaused: false, decide: writeReflection },
  joinAgreement: { by: ['delegate', 'bot'], during: bargaining, whilePaused: false, decide: joinAgreement },
  renewAgreement: { by: ['delegate', 'bot'], during: bargaining, whilePaused: false, decide: renewAgreement },
  noteUsual: { by: ['server'], during: [...playing, 'ended'], whilePaused: true, decide: noteUsual },
  setBookmark: { by: ['host'], during: playing, whilePaused: true, decide: setBookmark },
  noteBookmark: { by: ['host'], during: [...playing, 'ended'], whilePaused: true, decide: noteBookmark },
  removeBookmark: { by: ['host'], during: [...playing, 'ended'], whilePaused: true, decide: removeBookmark },
  showBookmark: { by: ['host'], during: ['ended'], whilePaused: true, decide: showBookmark },
  endSession: { by: ['host'], during: beforeEnd, whilePaused: true, decide: endSession },
  cancelSession: { by: ['host'], during: ['lobby'], whilePaused: false, decide: endSession },
};
