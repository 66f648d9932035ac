import { assertNever } from '../../lib/assertNever.ts';
import type { Result } from '../../lib/result.ts';
import type { Actor } from '../vocabulary/actors.ts';
import type { Command, CommandOf } from '../vocabulary/commands.ts';
import type { Event, EventOf } from '../vocabulary/events.ts';
import type { Refusal } from '../vocabulary/refusals.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { answerHand, handLowered, handRaised, raiseHand } from './hands.ts';
import { cancelInject, eventInjected, injectCancelled, injectEvent } from './injects.ts';
import { delegateMoved, delegateRemoved, moveDelegate, removeDelegate } from './seats.ts';
import { answerQuiz, quizAnswered } from './quiz.ts';
import { extendPhase, phaseExtended, roundRewound, stepBack } from './rewinding.ts';

const commands = [
  'extendPhase',
  'stepBack',
  'moveDelegate',
  'removeDelegate',
  'raiseHand',
  'answerHand',
  'answerQuiz',
  'injectEvent',
  'cancelInject',
] as const;
const eventTypes = [
  'roundRewound',
  'phaseExtended',
  'delegateMoved',
  'delegateRemoved',
  'handRaised',
  'handLowered',
  'quizAnswered',
  'eventInjected',
  'injectCancelled',
] as const;

type Facilitation = CommandOf<(typeof commands)[number]>;
/** What follows from a facilitator's work with the table: time, places, hands, the rules check, events brought in. */
export type FacilitationEvent = EventOf<(typeof eventTypes)[number]>;

/** Whether a command is about running the table rather than playing at it. */
export function isFacilitation(command: Command): command is Facilitation {
  return commands.some((type) => type === command.type);
}

/** Judges a command about time, places, raised hands or events brought in. */
export function decideFacilitation(
  state: SessionState,
  actor: Actor,
  command: Facilitation,
): Result<readonly Event[], Refusal> {
  switch (command.type) {
    case 'extendPhase':
      return extendPhase(state, command);
    case 'stepBack':
      return stepBack(state);
    case 'moveDelegate':
      return moveDelegate(state, command);
    case 'removeDelegate':
      return removeDelegate(state, command);
    case 'raiseHand':
      return raiseHand(state, actor, command);
    case 'answerHand':
      return answerHand(state, command);
    case 'answerQuiz':
      return answerQuiz(state, actor, command);
    case 'injectEvent':
      return injectEvent(state, command);
    case 'cancelInject':
      return cancelInject(state, command);
    default:
      return assertNever(command);
  }
}

/** Whether an event is about running the table. */
export function isFacilitationEvent(event: Event): event is FacilitationEvent {
  return eventTypes.some((type) => type === event.type);
}

/** Folds an event about time, places, raised hands or events brought in. */
export function foldFacilitation(state: SessionState, event: FacilitationEvent): SessionState {
  switch (event.type) {
    case 'roundRewound':
      return roundRewound(state, event);
    case 'phaseExtended':
      return phaseExtended(state, event);
    case 'delegateMoved':
      return delegateMoved(state, event);
    case 'delegateRemoved':
      return delegateRemoved(state, event);
    case 'handRaised':
      return handRaised(state, event);
    case 'handLowered':
      return handLowered(state, event);
    case 'quizAnswered':
      return quizAnswered(state, event);
    case 'eventInjected':
      return eventInjected(state, event);
    case 'injectCancelled':
      return injectCancelled(state, event);
    default:
      return assertNever(event);
  }
}
