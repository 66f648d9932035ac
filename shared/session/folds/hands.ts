import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** Raises a hand. Raised again it keeps its place and takes the new line; an earlier answer is cleared. */
export function handRaised(state: SessionState, event: EventOf<'handRaised'>): SessionState {
  const { seat, delegate, text } = event;
  const hand = { seat, delegate, text };
  const hands = isUp(state, delegate)
    ? state.hands.map((one) => (one.delegate === delegate ? hand : one))
    : [...state.hands, hand];
  return { ...state, hands, handAnswers: answersBut(state, delegate) };
}

/** Lowers a hand and keeps the host's answer, if there is one. */
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
