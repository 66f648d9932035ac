import { failed, ok, type Result } from '../../lib/result.ts';
import type { SeatId } from '../../model/world.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import { delegationSizeOf, withNewcomer, withoutPerson } from '../vocabulary/delegations.ts';
import type { Event, EventOf } from '../vocabulary/events.ts';
import type { Refusal } from '../vocabulary/refusals.ts';
import type { Delegate, SessionState } from '../vocabulary/state.ts';
import { sealedByDeparture, withoutDraftsOf } from './drafts.ts';
import { firstPersonAt, seatOf } from './seats.ts';

type Decision = Result<readonly Event[], Refusal>;

/** The host sends somebody to another state's table. What the old seat has sealed stays sealed. */
export function moveDelegate(state: SessionState, command: CommandOf<'moveDelegate'>): Decision {
  const from = seatOfDelegate(state, command.delegate);
  if (from === null) return failed({ code: 'unknownDelegate' });
  const to = seatOf(state, command.seat);
  if (to === null) return failed({ code: 'unknownSeat' });
  if (to.id === from) return failed({ code: 'alreadyThere' });
  if (to.delegates.length >= delegationSizeOf(state)) return failed({ code: 'seatFull' });
  const moved: EventOf<'delegateMoved'> = {
    type: 'delegateMoved',
    delegate: command.delegate,
    from,
    seat: to.id,
  };
  const sealed = sealedByDeparture(delegateMoved(state, moved), from);
  return ok([moved, ...firstPersonAt(state, to), ...sealed]);
}

/** The host takes somebody off the table; who wants to come back sits down anew. */
export function removeDelegate(state: SessionState, command: CommandOf<'removeDelegate'>): Decision {
  const seat = seatOfDelegate(state, command.delegate);
  if (seat === null) return failed({ code: 'unknownDelegate' });
  const removed: EventOf<'delegateRemoved'> = { type: 'delegateRemoved', delegate: command.delegate, seat };
  return ok([removed, ...sealedByDeparture(delegateRemoved(state, removed), seat)]);
}

/** Folds a move. */
export function delegateMoved(state: SessionState, event: EventOf<'delegateMoved'>): SessionState {
  const person = personOf(state, event.delegate);
  if (person === null) return state;
  const seats = state.seats.map((seat) => {
    if (seat.id === event.from) return { ...seat, delegates: withoutPerson(seat.delegates, event.delegate) };
    return seat.id === event.seat ? { ...seat, delegates: withNewcomer(seat.delegates, person) } : seat;
  });
  const hands = state.hands.map((hand) =>
    hand.delegate === event.delegate ? { ...hand, seat: event.seat } : hand,
  );
  return withoutDraftsOf({ ...state, seats, hands }, event.from, event.delegate);
}

/** Folds a removal; a raised hand goes with its person. */
export function delegateRemoved(state: SessionState, event: EventOf<'delegateRemoved'>): SessionState {
  const left = {
    ...state,
    seats: state.seats.map((seat) => ({ ...seat, delegates: withoutPerson(seat.delegates, event.delegate) })),
    hands: state.hands.filter(({ delegate }) => delegate !== event.delegate),
  };
  return withoutDraftsOf(left, event.seat, event.delegate);
}

/** Where somebody sits now, or null. */
export function seatOfDelegate(state: SessionState, delegate: string): SeatId | null {
  return state.seats.find((seat) => seat.delegates.some(({ id }) => id === delegate))?.id ?? null;
}

function personOf(state: SessionState, delegate: string): Delegate | null {
  return state.seats.flatMap((seat) => seat.delegates).find(({ id }) => id === delegate) ?? null;
}
