import { failed, ok, type Result } from '../../lib/result.ts';
import type { SeatId } from '../../model/world.ts';
import type { Actor } from '../vocabulary/actors.ts';
import type { Refusal } from '../vocabulary/refusals.ts';
import type { SessionState, SeatState } from '../vocabulary/state.ts';

/** The seat for which a delegate or bot acts, or why they may not act for it now. */
export function speakerOf(state: SessionState, actor: Actor): Result<SeatId, Refusal> {
  if (actor.kind !== 'delegate' && actor.kind !== 'bot') return failed({ code: 'notYourCommand' });
  const seat = seatOf(state, actor.seat);
  if (seat === null) return failed({ code: 'unknownSeat' });
  if (actor.kind === 'bot') return seat.bot === null ? failed({ code: 'seatNotCovered' }) : ok(seat.id);
  if (!seat.delegates.some(({ id }) => id === actor.delegate)) return failed({ code: 'notAtTable' });
  return seat.bot === null ? ok(seat.id) : failed({ code: 'seatCovered' });
}

/** The seat with that id, or null. */
export function seatOf(state: SessionState, id: SeatId): SeatState | null {
  return state.seats.find((seat) => seat.id === id) ?? null;
}

/** The seat of a delegate, or null. */
export function seatOfDelegate(state: SessionState, delegate: string): SeatId | null {
  return state.seats.find((seat) => seat.delegates.some(({ id }) => id === delegate))?.id ?? null;
}

/** The round being played. */
export function roundOf(state: SessionState): number {
  return state.world.round + 1;
}
