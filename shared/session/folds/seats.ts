import type { SeatId } from '../../model/world.ts';
import type { EventOf } from '../vocabulary/events.ts';
import type { SeatState, SessionState, Delegate } from '../vocabulary/state.ts';
import { withoutDraftsOf } from './drafts.ts';
import { withRoles } from './delegations.ts';

/** Seats a delegate. */
export function seatTaken(state: SessionState, event: EventOf<'seatTaken'>): SessionState {
  const { seat, delegate: id, name, roles } = event;
  return withRoles(
    withSeat(state, seat, (chair) => joinedBy(chair, { id, name })),
    roles,
  );
}

/** Lets a bot play the seat. */
export function seatCovered(state: SessionState, event: EventOf<'seatCovered'>): SessionState {
  const standIn = event.untilReturn === true ? { untilReturn: true as const } : {};
  return withSeat(state, event.seat, (seat) => ({ ...seat, bot: event.disposition, ...standIn }));
}

/** Gives the seat back to its people. */
export function seatHandedBack(state: SessionState, event: EventOf<'seatHandedBack'>): SessionState {
  return withSeat(state, event.seat, ({ untilReturn: _over, ...seat }) => ({ ...seat, bot: null }));
}

function withSeat(state: SessionState, id: SeatId, change: (seat: SeatState) => SeatState): SessionState {
  return { ...state, seats: state.seats.map((seat) => (seat.id === id ? change(seat) : seat)) };
}

/** Seats a person from the waiting list. */
export function delegatePlaced(state: SessionState, event: EventOf<'delegatePlaced'>): SessionState {
  const person = state.waiting.find(({ id }) => id === event.delegate);
  if (person === undefined) return state;
  const waiting = state.waiting.filter(({ id }) => id !== event.delegate);
  const seated = withSeat({ ...state, waiting }, event.seat, (seat) => joinedBy(seat, person));
  return withRoles(seated, event.roles);
}

/** Exchanges two delegates: two moves. */
export function delegatesSwapped(state: SessionState, event: EventOf<'delegatesSwapped'>): SessionState {
  const { delegate, from, other, seat } = event;
  const moved = delegateMoved(state, { type: 'delegateMoved', delegate, from, seat });
  const both = delegateMoved(moved, { type: 'delegateMoved', delegate: other, from: seat, seat: from });
  return withRoles(both, event.roles);
}

/** Adds a person as adviser; the roles of the event follow. */
function joinedBy(seat: SeatState, { id, name }: SessionState['waiting'][number]): SeatState {
  return { ...seat, delegates: [...seat.delegates, { id, name, role: 'adviser' }] };
}

function leftBy(seat: SeatState, delegate: string): SeatState {
  return { ...seat, delegates: seat.delegates.filter(({ id }) => id !== delegate) };
}

/** Moves a delegate to another seat; a raised hand goes along. */
export function delegateMoved(state: SessionState, event: EventOf<'delegateMoved'>): SessionState {
  const person = personOf(state, event.delegate);
  if (person === null) return state;
  const seats = state.seats.map((seat) => {
    if (seat.id === event.from) return leftBy(seat, event.delegate);
    return seat.id === event.seat ? joinedBy(seat, person) : seat;
  });
  const hands = state.hands.map((hand) =>
    hand.delegate === event.delegate ? { ...hand, seat: event.seat } : hand,
  );
  return withoutDraftsOf(withRoles({ ...state, seats, hands }, event.roles), event.from, event.delegate);
}

/** Removes a delegate; a raised hand goes too. */
export function delegateRemoved(state: SessionState, event: EventOf<'delegateRemoved'>): SessionState {
  const left = {
    ...state,
    seats: state.seats.map((seat) => leftBy(seat, event.delegate)),
    hands: state.hands.filter(({ delegate }) => delegate !== event.delegate),
  };
  return withoutDraftsOf(withRoles(left, event.roles), event.seat, event.delegate);
}

function personOf(state: SessionState, delegate: string): Delegate | null {
  return state.seats.flatMap((seat) => seat.delegates).find(({ id }) => id === delegate) ?? null;
}
