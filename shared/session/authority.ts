import type { Actor, ActorKind } from './vocabulary/actors.ts';
import type { CommandType } from './vocabulary/commands.ts';
import type { Refusal } from './vocabulary/refusals.ts';
import type { Phase, SessionState } from './vocabulary/state.ts';

type PhaseName = Phase['name'];

interface Rule {
  readonly actors: readonly ActorKind[];
  readonly phases: readonly PhaseName[];
  readonly whilePaused: boolean;
}

const playing: readonly PhaseName[] = ['briefing', 'negotiation', 'decision', 'reveal', 'review'];
const bargaining: readonly PhaseName[] = ['negotiation', 'decision'];
const beforeEnd: readonly PhaseName[] = ['lobby', ...playing];

/** Which actor may give which command in which phase: the whole authority of the table. [contracts, who acts] */
export const authority: Readonly<Record<CommandType, Rule>> = {
  takeSeat: { actors: ['delegate'], phases: beforeEnd, whilePaused: true },
  coverSeat: { actors: ['host', 'server'], phases: beforeEnd, whilePaused: true },
  handBackSeat: { actors: ['host', 'server', 'delegate'], phases: beforeEnd, whilePaused: true },
  startSession: { actors: ['host'], phases: ['lobby'], whilePaused: false },
  sealOrders: { actors: ['delegate', 'bot'], phases: ['decision'], whilePaused: false },
  withdrawOrders: { actors: ['delegate'], phases: ['decision'], whilePaused: false },
  draftOrder: { actors: ['delegate'], phases: ['decision'], whilePaused: false },
  withdrawDraft: { actors: ['delegate'], phases: ['decision'], whilePaused: false },
  charterBloc: { actors: ['delegate'], phases: bargaining, whilePaused: false },
  voteCharter: { actors: ['delegate'], phases: bargaining, whilePaused: false },
  voteAdmit: { actors: ['delegate'], phases: bargaining, whilePaused: false },
  voteExpel: { actors: ['delegate'], phases: bargaining, whilePaused: false },
  giveNotice: { actors: ['delegate'], phases: bargaining, whilePaused: false },
  setRole: { actors: ['host', 'delegate'], phases: beforeEnd, whilePaused: true },
  passHead: { actors: ['server'], phases: beforeEnd, whilePaused: true },
  betOnDial: { actors: ['delegate', 'bot'], phases: ['negotiation', 'decision'], whilePaused: false },
  closePhase: { actors: ['host', 'clock'], phases: playing, whilePaused: false },
  pauseSession: { actors: ['host'], phases: playing, whilePaused: false },
  resumeSession: { actors: ['host'], phases: playing, whilePaused: true },
  reopenSession: { actors: ['server'], phases: playing, whilePaused: true },
  // Which channel is open when is a matter of its kind: `closedBecause`.
  say: { actors: ['host', 'delegate', 'bot'], phases: playing, whilePaused: true },
  setTalk: { actors: ['host'], phases: beforeEnd, whilePaused: true },
  declareSilent: { actors: ['host'], phases: playing, whilePaused: true },
  muteDelegate: { actors: ['host'], phases: beforeEnd, whilePaused: true },
  extendPhase: { actors: ['host'], phases: playing, whilePaused: true },
  // Which round an event can still befall is for `roundOfInject` in topics/injects.ts.
  injectEvent: { actors: ['host'], phases: beforeEnd, whilePaused: true },
  cancelInject: { actors: ['host'], phases: beforeEnd, whilePaused: true },
  stepBack: { actors: ['host'], phases: playing, whilePaused: true },
  moveDelegate: { actors: ['host'], phases: beforeEnd, whilePaused: true },
  removeDelegate: { actors: ['host'], phases: beforeEnd, whilePaused: true },
  setEntry: { actors: ['host'], phases: beforeEnd, whilePaused: true },
  waitForSeat: { actors: ['server'], phases: beforeEnd, whilePaused: true },
  placeDelegate: { actors: ['host'], phases: beforeEnd, whilePaused: true },
  turnAway: { actors: ['host'], phases: beforeEnd, whilePaused: true },
  swapDelegates: { actors: ['host'], phases: beforeEnd, whilePaused: true },
  noteExport: { actors: ['host'], phases: beforeEnd, whilePaused: true },
  raiseHand: { actors: ['delegate'], phases: beforeEnd, whilePaused: true },
  answerHand: { actors: ['host'], phases: beforeEnd, whilePaused: true },
  // Of the phases of a round only those of the first: `answerQuiz`.
  answerQuiz: { actors: ['delegate'], phases: ['lobby', 'briefing', 'negotiation'], whilePaused: true },
  proposeAgreement: { actors: ['delegate', 'bot'], phases: bargaining, whilePaused: false },
  amendAgreement: { actors: ['delegate', 'bot'], phases: bargaining, whilePaused: false },
  signAgreement: { actors: ['delegate', 'bot'], phases: bargaining, whilePaused: false },
  withdrawAgreement: { actors: ['delegate', 'bot'], phases: bargaining, whilePaused: false },
  leaveAgreement: { actors: ['delegate', 'bot'], phases: bargaining, whilePaused: false },
  setDebriefStep: { actors: ['host'], phases: ['ended'], whilePaused: false },
  givePulse: { actors: ['delegate'], phases: ['ended'], whilePaused: false },
  answerSurvey: { actors: ['delegate'], phases: ['lobby', 'briefing', 'ended'], whilePaused: true },
  writeReflection: { actors: ['delegate'], phases: ['ended'], whilePaused: false },
  joinAgreement: { actors: ['delegate', 'bot'], phases: bargaining, whilePaused: false },
  renewAgreement: { actors: ['delegate', 'bot'], phases: bargaining, whilePaused: false },
  noteUsual: { actors: ['server'], phases: [...playing, 'ended'], whilePaused: true },
  endSession: { actors: ['host'], phases: beforeEnd, whilePaused: true },
  cancelSession: { actors: ['host'], phases: ['lobby'], whilePaused: false },
};

/** Says no when this actor may not give this command now; null when it may. */
export function refusalByAuthority(state: SessionState, actor: Actor, command: CommandType): Refusal | null {
  const rule = authority[command];
  if (!rule.actors.includes(actor.kind)) return { code: 'notYourCommand' };
  if (!rule.phases.includes(state.phase.name)) return { code: 'wrongPhase' };
  if (state.paused !== null && !rule.whilePaused) return { code: 'sessionPaused' };
  return null;
}
