import { failed, ok } from '../../lib/result.ts';
import type { Actor } from '../vocabulary/actors.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { Decision } from '../vocabulary/decision.ts';
import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { seatOfDelegate } from './table.ts';

/** Most characters in the line that goes with a raised hand. */
export const MAX_HELP_LINE = 200;

/** A delegate asks the host for help, perhaps with a line of text, or needs none any more. */
export function raiseHand(state: SessionState, command: CommandOf<'raiseHand'>, actor: Actor): Decision {
  if (actor.kind !== 'delegate') return failed({ code: 'notYourCommand' });
  const { delegate } = actor;
  const seat = seatOfDelegate(state, delegate);
  if (seat === null) return failed({ code: 'notAtTable' });
  if (command.raised) return ok([{ type: 'handRaised', seat, delegate, text: command.text }]);
  if (!isUp(state, delegate)) return failed({ code: 'noHandRaised' });
  return ok([{ type: 'handLowered', seat, delegate, by: 'delegate' }]);
}

/** The host has helped, by coming over or in words. */
export function answerHand(state: SessionState, command: CommandOf<'answerHand'>): Decision {
  const hand = state.hands.find(({ delegate }) => delegate === command.delegate);
  if (hand === undefined) return failed({ code: 'noHandRaised' });
  const words = command.text === undefined ? {} : { answer: command.text };
  return ok([{ type: 'handLowered', seat: hand.seat, delegate: hand.delegate, by: 'host', ...words }]);
}

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
