import type { Event, EventOf, EventType, TypedEvent } from './vocabulary/events.ts';
import type { SessionState } from './vocabulary/state.ts';
import {
  agreementAmended,
  agreementEndorsed,
  agreementEntered,
  agreementJoined,
  agreementJudged,
  agreementLapsed,
  agreementLeft,
  agreementProposed,
  agreementRenewalAgreed,
  agreementRenewed,
  agreementSigned,
  agreementUnsigned,
  agreementWithdrawn,
} from './folds/agreements.ts';
import { bookmarkNoted, bookmarkRemoved, bookmarkSet, bookmarkShown } from './folds/bookmarks.ts';
import {
  ballotCast,
  blocNoticeGiven,
  charterAdopted,
  stateAdmitted,
  stateExpelled,
} from './folds/charters.ts';
import {
  debriefStepSet,
  pulseGiven,
  reflectionWritten,
  surveyAnswered,
  whatIfBet,
  whatIfProposed,
  whatIfShown,
} from './folds/debrief.ts';
import { rolesSet } from './folds/delegations.ts';
import { draftWithdrawn, orderDrafted } from './folds/drafts.ts';
import { sessionEnded } from './folds/ending.ts';
import { delegateTurnedAway, entrySet, waitingJoined } from './folds/entry.ts';
import { handLowered, handRaised } from './folds/hands.ts';
import { sessionPaused, sessionReopened, sessionResumed } from './folds/hosting.ts';
import { eventInjected, injectCancelled } from './folds/injects.ts';
import { betPlaced, ordersSealed, ordersWithdrawn } from './folds/orders.ts';
import { phaseOpened, roundOpened } from './folds/phases.ts';
import { quizAnswered } from './folds/quiz.ts';
import { roundResolved } from './folds/resolution.ts';
import { phaseExtended, roundRewound } from './folds/rewinding.ts';
import {
  delegateMoved,
  delegatePlaced,
  delegateRemoved,
  delegatesSwapped,
  seatCovered,
  seatHandedBack,
  seatTaken,
} from './folds/seats.ts';
import { delegateMuted, said, silenceDeclared, talkSet } from './folds/talk.ts';
import { usualNoted } from './folds/usual.ts';

/** The fold of each event. A new event does not compile until it has one. */
const folds: {
  readonly [Type in EventType]: (state: SessionState, event: EventOf<Type>) => SessionState;
} = {
  seatTaken,
  seatCovered,
  seatHandedBack,
  sessionStarted: unchanged,
  roundOpened,
  phaseOpened,
  phaseClosed: unchanged,
  ordersSealed,
  ordersWithdrawn,
  betPlaced,
  orderDrafted,
  ballotCast,
  charterAdopted,
  stateAdmitted,
  stateExpelled,
  blocNoticeGiven,
  draftWithdrawn,
  rolesSet,
  agreementEndorsed,
  roundResolved,
  agreementProposed,
  agreementAmended,
  agreementSigned,
  agreementUnsigned,
  agreementEntered,
  agreementWithdrawn,
  agreementLeft,
  agreementJoined,
  agreementRenewalAgreed,
  agreementRenewed,
  agreementLapsed,
  agreementJudged,
  usualNoted,
  sessionPaused,
  sessionResumed,
  sessionReopened,
  sessionEnded,
  roundRewound,
  phaseExtended,
  delegateMoved,
  delegateRemoved,
  entrySet,
  waitingJoined,
  delegatePlaced,
  delegateTurnedAway,
  delegatesSwapped,
  exportTaken: unchanged,
  handRaised,
  handLowered,
  quizAnswered,
  eventInjected,
  injectCancelled,
  said,
  talkSet,
  silenceDeclared,
  delegateMuted,
  debriefStepSet,
  whatIfProposed,
  whatIfBet,
  whatIfShown,
  pulseGiven,
  surveyAnswered,
  reflectionWritten,
  bookmarkSet,
  bookmarkNoted,
  bookmarkRemoved,
  bookmarkShown,
};

/** Folds an event into the state. Computes no outcome, reads no rule, never refuses. */
export function evolve(state: SessionState, event: Event): SessionState {
  return fold(state, event);
}

/** Whether a string is the name of an event. */
export function isEventType(type: string): type is EventType {
  return Object.hasOwn(folds, type);
}

function fold<Type extends EventType>(state: SessionState, event: TypedEvent<Type>): SessionState {
  return folds[event.type](state, event);
}

/** For events that change nothing in the state. */
function unchanged(state: SessionState): SessionState {
  return state;
}
