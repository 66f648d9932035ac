import { assertNever } from '../lib/assertNever.ts';
import type { Event } from './vocabulary/events.ts';
import type { SessionState } from './vocabulary/state.ts';
import { isTalkFact, talkFact } from './topics/talkFacts.ts';
import { type CharterFact, charterFact, isCharterFact } from './topics/charterFacts.ts';
import { type DelegationFact, delegationFact, isDelegationFact } from './topics/delegations.ts';
import { agreementFact, isAgreementFact } from './topics/agreements/agreementFacts.ts';
import { debriefFact, isDebriefFact } from './topics/debrief.ts';
import { sessionEnded } from './topics/ending.ts';
import { entryFact, isEntryFact } from './topics/entry.ts';
import { facilitationFact, isFacilitationFact } from './topics/facilitating.ts';
import { sessionPaused, sessionReopened, sessionResumed } from './topics/hosting.ts';
import { betPlaced, ordersSealed, ordersWithdrawn } from './topics/orders.ts';
import { phaseOpened, roundOpened } from './topics/phases.ts';
import { roundResolved } from './topics/resolution.ts';
import { seatCovered, seatHandedBack, seatTaken } from './topics/seats.ts';

/** Folds a fact into the state. Never computes an outcome, never reads rules, never refuses. */
export function evolve(state: SessionState, event: Event): SessionState {
  if (isTalkFact(event)) return talkFact(state, event);
  if (isAgreementFact(event)) return agreementFact(state, event);
  if (isEntryFact(event)) return entryFact(state, event);
  if (isFacilitationFact(event)) return facilitationFact(state, event);
  if (isCharterFact(event) || isDelegationFact(event)) return insideFact(state, event);
  if (isDebriefFact(event)) return debriefFact(state, event);
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
function insideFact(state: SessionState, event: CharterFact | DelegationFact): SessionState {
  return isCharterFact(event) ? charterFact(state, event) : delegationFact(state, event);
}
