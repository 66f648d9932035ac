import { failed, ok } from '../../lib/result.ts';
import type { Actor } from '../vocabulary/actors.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { Decision } from '../vocabulary/decision.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { seatOfDelegate } from './table.ts';

/** Most characters in the line that goes with a raised hand. */
export const MAX_HELP_LINE = 200;

/** A delegate asks the host for help, with or without a line of text, or lowers the hand. */
export function raiseHand(state: SessionState, command: CommandOf<'raiseHand'>, actor: Actor): Decision {
  if (actor.kind !== 'delegate') return failed({ code: 'notYourCommand' });
  const { delegate } = actor;
  const seat = seatOfDelegate(state, delegate);
  if (seat === null) return failed({ code: 'notAtTable' });
  if (command.raised) return ok([{ type: 'handRaised', seat, delegate, text: command.text }]);
  if (!state.hands.some((hand) => hand.delegate === delegate)) return failed({ code: 'noHandRaised' });
  return ok([{ type: 'handLowered', seat, delegate, by: 'delegate' }]);
}

/** The host has helped, in person or in words. */
export function answerHand(state: SessionState, command: CommandOf<'answerHand'>): Decision {
  const hand = state.hands.find(({ delegate }) => delegate === command.delegate);
  if (hand === undefined) return failed({ code: 'noHandRaised' });
  const words = command.text === undefined ? {} : { answer: command.text };
  return ok([{ type: 'handLowered', seat: hand.seat, delegate: hand.delegate, by: 'host', ...words }]);
}
