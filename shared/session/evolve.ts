import { assertNever } from '../lib/assertNever.ts';
import type { Event } from './vocabulary/events.ts';
import type { SessionState } from './vocabulary/state.ts';
import { isTalkEvent, foldTalk } from './topics/foldTalk.ts';
import { type CharterEvent, foldCharter, isCharterEvent } from './topics/foldCharters.ts';
import { type DelegationEvent, foldDelegation, isDelegationEvent } from './topics/delegations.ts';
import { foldAgreement, isAgreementEvent } from './topics/agreements/foldAgreements.ts';
import { foldDebrief, isDebriefEvent } from './topics/debrief.ts';
import { sessionEnded } from './topics/ending.ts';
import { foldEntry, isEntryEvent } from './topics/entry.ts';
import { foldFacilitation, isFacilitationEvent } from './topics/facilitating.ts';
import { sessionPaused, sessionReopened, sessionResumed } from './topics/hosting.ts';
import { betPlaced, ordersSealed, ordersWithdrawn } from './topics/orders.ts';
import { phaseOpened, roundOpened } from './topics/phases.ts';
import { roundResolved } from './topics/resolution.ts';
import { usualNoted } from './topics/usual.ts';
import { seatCovered, seatHandedBack, seatTaken } from './topics/seats.ts';

/** Folds an event into the state. Never computes an outcome, never reads rules, never refuses. */
export function evolve(state: SessionState, event: Event): SessionState {
  if (isTalkEvent(event)) return foldTalk(state, event);
  if (isAgreementEvent(event)) return foldAgreement(state, event);
  if (isEntryEvent(event)) return foldEntry(state, event);
  if (isFacilitationEvent(event)) return foldFacilitation(state, event);
  if (isCharterEvent(event) || isDelegationEvent(event)) return foldInside(state, event);
  if (isDebriefEvent(event)) return foldDebrief(state, event);
  switch (event.type) {
    case 'seatTaken':
      return seatTaken(state, event);
    case 'seatCovered':
      return seatCovered(state, event);
    case 'seatHandedBack':
      return seatHandedBack(state, event);
    case 'roundOpened':
      return roundOpened(state, event);
    case 'phaseOpened':
      return phaseOpened(state, event);
    case 'ordersSealed':
      return ordersSealed(state, event);
    case 'ordersWithdrawn':
      return ordersWithdrawn(state, event);
    case 'betPlaced':
      return betPlaced(state, event);
    case 'roundResolved':
      return roundResolved(state, event);
    case 'usualNoted':
      return usualNoted(state, event);
    case 'sessionPaused':
      return sessionPaused(state, event);
    case 'sessionResumed':
      return sessionResumed(state);
    case 'sessionReopened':
      return sessionReopened(state, event);
    case 'sessionEnded':
      return sessionEnded(state, event);
    default:
      return event.type === 'sessionStarted' || event.type === 'phaseClosed' ? state : assertNever(event);
  }
}

/** Folds what happens inside a bloc or a delegation. */
function foldInside(state: SessionState, event: CharterEvent | DelegationEvent): SessionState {
  return isCharterEvent(event) ? foldCharter(state, event) : foldDelegation(state, event);
}
