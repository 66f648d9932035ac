import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** Adds an answer to the rules check. */
export function quizAnswered(state: SessionState, event: EventOf<'quizAnswered'>): SessionState {
  const { delegate, question, answer, right } = event;
  return { ...state, quiz: [...state.quiz, { delegate, question, answer, right }] };
}
