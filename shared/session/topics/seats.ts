import { failed, ok, type Result } from '../../lib/result.ts';
import type { SeatId } from '../../model/world.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import { delegationSizeOf, withNewcomer } from '../vocabulary/delegations.ts';
import { isEntryOpen } from '../vocabulary/entry.ts';
import type { Event, EventOf } from '../vocabulary/events.ts';
import type { Refusal } from '../vocabulary/refusals.ts';
import type { SeatState, SessionState } from '../vocabulary/state.ts';

type Decision = Result<readonly Event[], Refusal>;

/** Somebody sits down. A seat that a bot was covering alone is handed to its first person. */
export function takeSeat(state: SessionState, command: CommandOf<'takeSeat'>): Decision {
  const seat = seatOf(state, command.seat);
  if (seat === null) return failed({ code: 'unknownSeat' });
  if (state.seats.some((other) => other.delegates.some(({ id }) => id === command.delegate))) {
    return failed({ code: 'alreadyAtTable' });
  }
  if (seat.delegates.length >= delegationSizeOf(state)) return failed({ code: 'seatFull' });
  if (!isEntryOpen(state.entry, state.phase.name)) return failed({ code: 'entryClosed' });
  if (state.entry.arrival === 'wait') return failed({ code: 'hostPlaces' });
  const taken: Event = {
    type: 'seatTaken',
    seat: seat.id,
    delegate: command.delegate,
    name: command.name,
  };
  return ok([taken, ...firstPersonAt(state, seat)]);
}

/**
 * What somebody's coming to a seat brings about: where a bot held it alone, it hands it over, and an order it has sealed for a
 * round that is still open is opened again, for its new people are to decide.
 */
export function firstPersonAt(state: SessionState, seat: SeatState): readonly Event[] {
  if (seat.delegates.length > 0 || seat.bot === null) return [];
  const handedBack: Event = { type: 'seatHandedBack', seat: seat.id };
  const isSealed = state.phase.name === 'decision' && Object.hasOwn(state.sealed, seat.id);
  return isSealed ? [handedBack, { type: 'ordersWithdrawn', seat: seat.id }] : [handedBack];
}

/** A bot takes over a seat, empty or not; what is sealed stays sealed. */
export function coverSeat(state: SessionState, command: CommandOf<'coverSeat'>): Decision {
  const seat = seatOf(state, command.seat);
  if (seat === null) return failed({ code: 'unknownSeat' });
  if (seat.bot !== null) return failed({ code: 'seatCovered' });
  const standIn = command.untilReturn === true ? { untilReturn: true as const } : {};
  return ok([{ type: 'seatCovered', seat: seat.id, disposition: command.disposition, ...standIn }]);
}

/** The bot gives the seat back to its people. */
export function handBackSeat(state: SessionState, command: CommandOf<'handBackSeat'>): Decision {
  const seat = seatOf(state, command.seat);
  if (seat === null) return failed({ code: 'unknownSeat' });
  if (seat.bot === null) return failed({ code: 'seatNotCovered' });
  if (seat.delegates.length === 0) return failed({ code: 'noOneToHandBackTo' });
  return ok([{ type: 'seatHandedBack', seat: seat.id }]);
}

/** Folds somebody's sitting down. */
export function seatTaken(state: SessionState, event: EventOf<'seatTaken'>): SessionState {
  return withSeat(state, event.seat, (seat) => ({
    ...seat,
    delegates: withNewcomer(seat.delegates, { id: event.delegate, name: event.name }),
  }));
}

/** Folds a bot's taking over. */
export function seatCovered(state: SessionState, event: EventOf<'seatCovered'>): SessionState {
  const standIn = event.untilReturn === true ? { untilReturn: true as const } : {};
  return withSeat(state, event.seat, (seat) => ({ ...seat, bot: event.disposition, ...standIn }));
}

/** Folds a bot's giving back. */
export function seatHandedBack(state: SessionState, event: EventOf<'seatHandedBack'>): SessionState {
  return withSeat(state, event.seat, ({ untilReturn: _over, ...seat }) => ({ ...seat, bot: null }));
}

/** The chair of that name, or null. */
export function seatOf(state: SessionState, id: SeatId): SeatState | null {
  return state.seats.find((seat) => seat.id === id) ?? null;
}

function withSeat(state: SessionState, id: SeatId, change: (seat: SeatState) => SeatState): SessionState {
  return { ...state, seats: state.seats.map((seat) => (seat.id === id ? change(seat) : seat)) };
}
