import { failed, ok, type Result } from '../../lib/result.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import { delegationSizeOf, withNewcomer } from '../vocabulary/delegations.ts';
import type { Event, EventOf } from '../vocabulary/events.ts';
import type { Refusal } from '../vocabulary/refusals.ts';
import type { SeatState, SessionState } from '../vocabulary/state.ts';
import { delegateMoved, seatOfDelegate } from './placement.ts';
import { firstPersonAt, seatOf } from './seats.ts';

type Decision = Result<readonly Event[], Refusal>;

/** The host gives a seat to somebody who waits. */
export function placeDelegate(state: SessionState, command: CommandOf<'placeDelegate'>): Decision {
  const person = state.waiting.find(({ id }) => id === command.delegate);
  if (person === undefined) return failed({ code: 'unknownDelegate' });
  const seat = seatOf(state, command.seat);
  if (seat === null) return failed({ code: 'unknownSeat' });
  if (seat.delegates.length >= delegationSizeOf(state)) return failed({ code: 'seatFull' });
  return ok([{ type: 'delegatePlaced', delegate: person.id, seat: seat.id }, ...firstPersonAt(state, seat)]);
}

/** The host lets two people of different states exchange their seats. What the states have sealed stays sealed. */
export function swapDelegates(state: SessionState, command: CommandOf<'swapDelegates'>): Decision {
  const seat = seatOfDelegate(state, command.delegate);
  const otherSeat = seatOfDelegate(state, command.other);
  if (seat === null || otherSeat === null) return failed({ code: 'unknownDelegate' });
  if (seat === otherSeat) return failed({ code: 'alreadyThere' });
  const { delegate, other } = command;
  return ok([{ type: 'delegatesSwapped', delegate, from: seat, other, seat: otherSeat }]);
}

/** Folds somebody's being placed. */
export function delegatePlaced(state: SessionState, event: EventOf<'delegatePlaced'>): SessionState {
  const person = state.waiting.find(({ id }) => id === event.delegate);
  if (person === undefined) return state;
  return {
    ...state,
    waiting: state.waiting.filter(({ id }) => id !== event.delegate),
    seats: state.seats.map((seat) => (seat.id === event.seat ? withPerson(seat, person) : seat)),
  };
}

/** Folds an exchange: two moves. */
export function delegatesSwapped(state: SessionState, event: EventOf<'delegatesSwapped'>): SessionState {
  const { delegate, from, other, seat } = event;
  const moved = delegateMoved(state, { type: 'delegateMoved', delegate, from, seat });
  return delegateMoved(moved, { type: 'delegateMoved', delegate: other, from: seat, seat: from });
}

function withPerson(seat: SeatState, person: SessionState['waiting'][number]): SeatState {
  return { ...seat, delegates: withNewcomer(seat.delegates, person) };
}
