import type { Actor, Viewer } from '../session/vocabulary/actors.ts';
import type { Command, CommandType } from '../session/vocabulary/commands.ts';
import type { SessionState } from '../session/vocabulary/state.ts';

/** The person or program at the other end of a socket: known from its token only, never from its messages. */
export type Identity =
  | { readonly kind: 'delegate'; readonly session: string; readonly seat: string; readonly delegate: string }
  | { readonly kind: 'host'; readonly session: string; readonly host: string }
  /** Has joined and has no seat yet. */
  | { readonly kind: 'waiting'; readonly session: string; readonly delegate: string }
  | { readonly kind: 'observer' };

type Role = 'delegate' | 'host' | 'either';

/** Which commands arrive by socket, and from whom; the others belong to the server or the clock, or arrive by HTTP. */
const byWire: Readonly<Record<CommandType, Role | null>> = {
  takeSeat: null,
  coverSeat: 'host',
  handBackSeat: 'either',
  startSession: 'host',
  sealOrders: 'delegate',
  withdrawOrders: 'delegate',
  draftOrder: 'delegate',
  withdrawDraft: 'delegate',
  charterBloc: 'delegate',
  voteCharter: 'delegate',
  voteAdmit: 'delegate',
  voteExpel: 'delegate',
  giveNotice: 'delegate',
  setRole: 'either',
  passHead: null,
  betOnDial: 'delegate',
  closePhase: 'host',
  pauseSession: 'host',
  resumeSession: 'host',
  reopenSession: null,
  proposeAgreement: 'delegate',
  amendAgreement: 'delegate',
  signAgreement: 'delegate',
  withdrawAgreement: 'delegate',
  leaveAgreement: 'delegate',
  joinAgreement: 'delegate',
  renewAgreement: 'delegate',
  noteUsual: null,
  endSession: 'host',
  cancelSession: 'host',
  extendPhase: 'host',
  stepBack: 'host',
  moveDelegate: 'host',
  removeDelegate: 'host',
  raiseHand: 'delegate',
  answerHand: 'host',
  injectEvent: 'host',
  cancelInject: 'host',
  setEntry: 'host',
  waitForSeat: null,
  placeDelegate: 'host',
  admitDelegates: 'host',
  clearAbsent: 'host',
  turnAway: 'host',
  swapDelegates: 'host',
  noteExport: null,
  say: 'either',
  setTalk: 'host',
  declareSilent: 'host',
  answerQuiz: 'delegate',
  muteDelegate: 'host',
  setDebriefStep: 'host',
  proposeWhatIf: 'host',
  betOnWhatIf: 'delegate',
  showWhatIf: 'host',
  givePulse: 'delegate',
  answerSurvey: 'delegate',
  writeReflection: 'delegate',
  setBookmark: 'host',
  noteBookmark: 'host',
  removeBookmark: 'host',
  showBookmark: 'host',
};

/**
 * The actor for this identity and command, or null if it may not give it. In practice there is no host: the one person also holds
 * the host's commands.
 */
export function actorFor(identity: Identity, command: Command, state: SessionState): Actor | null {
  const role = byWire[command.type];
  if (command.type === 'closePhase' && command.because !== 'host') return null;
  if ((role === 'delegate' || role === 'either') && identity.kind === 'delegate') {
    return { kind: 'delegate', delegate: identity.delegate, seat: identity.seat };
  }
  if (role === null || role === 'delegate') return null;
  if (identity.kind === 'host') return { kind: 'host', host: identity.host };
  if (identity.kind === 'delegate' && state.basis.options.practice)
    return { kind: 'host', host: identity.delegate };
  return null;
}

/** Whose view answers a socket's questions. */
export function viewerOf(identity: Identity, state: SessionState): Viewer {
  if (identity.kind !== 'delegate') return { kind: identity.kind === 'host' ? 'host' : 'observer' };
  return state.phase.name === 'ended'
    ? { kind: 'participantAfterEnd', seat: identity.seat, delegate: identity.delegate }
    : { kind: 'delegate', seat: identity.seat, delegate: identity.delegate };
}
