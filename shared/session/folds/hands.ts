import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** Folds a raised hand; raised again it says the new line and keeps its place. An earlier answer is over. */
export function handRaised(state: SessionState, event: EventOf<'handRaised'>): SessionState {
  const { seat, delegate, text } = event;
  const hand = { seat, delegate, text };
  const hands = isUp(state, delegate)
    ? state.hands.map((one) => (one.delegate === delegate ? hand : one))
    : [...state.hands, hand];
  return { ...state, hands, handAnswers: answersBut(state, delegate) };
}

/** Folds a lowered hand. */
export function handLowered(state: SessionState, event: EventOf<'handLowered'>): SessionState {
  const { delegate, answer: text } = event;
  const hands = state.hands.filter((hand) => hand.delegate !== delegate);
  if (text === undefined) return { ...state, hands };
  return { ...state, hands, handAnswers: [...answersBut(state, delegate), { delegate, text }] };
}

function isUp(state: SessionState, delegate: string): boolean {
  return state.hands.some((hand) => hand.delegate === delegate);
}

function answersBut(state: SessionState, delegate: string): SessionState['handAnswers'] {
  return state.handAnswers.filter((one) => one.delegate !== delegate);
}
