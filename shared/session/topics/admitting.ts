import { failed, ok } from '../../lib/result.ts';
import type { SeatId } from '../../model/world.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { Decision } from '../vocabulary/decision.ts';
import type { Event, EventOf } from '../vocabulary/events.ts';
import type { SessionState, WaitingPerson } from '../vocabulary/state.ts';
import { delegationSizeOf } from './delegationRules.ts';
import { sealedByDeparture } from './drafts.ts';
import { firstPersonAt } from './seats.ts';
import { seatOf } from './table.ts';
import { delegatePlaced, delegateRemoved } from '../folds/seats.ts';

/** Nobody is on their way to a seat. */
const nobody: ReadonlyMap<SeatId, number> = new Map();

/**
 * The seat with the fewest people, those on their way included; among equals one without a bot, then the first. Null if every seat
 * is full.
 */
export function emptiestSeat(
  state: Pick<SessionState, 'basis' | 'seats'>,
  coming: ReadonlyMap<SeatId, number> = nobody,
): SeatId | null {
  const places = state.seats.map(({ id, delegates, bot }) => ({
    id,
    people: delegates.length + (coming.get(id) ?? 0),
    isCovered: Number(bot !== null),
  }));
  const open = places.filter(({ people }) => people < delegationSizeOf(state));
  const order = open.toSorted((a, b) => a.people - b.people || a.isCovered - b.isCovered);
  return order[0]?.id ?? null;
}

/** The host admits people who wait, as many as there is room for; people who have already gone are skipped. */
export function admitDelegates(state: SessionState, { delegates }: CommandOf<'admitDelegates'>): Decision {
  const people = state.waiting.filter(({ id }) => delegates.includes(id));
  if (people.length === 0) return failed({ code: 'unknownDelegate' });
  const events: Event[] = [];
  let table = state;
  for (const person of people) {
    const seat = seatFor(table, person);
    if (seat === null) break;
    const placed: EventOf<'delegatePlaced'> = { type: 'delegatePlaced', delegate: person.id, seat };
    const chair = seatOf(table, seat);
    events.push(placed, ...(chair === null ? [] : firstPersonAt(table, chair)));
    table = delegatePlaced(table, placed);
  }
  return events.length === 0 ? failed({ code: 'tableFull' }) : ok(events);
}

function seatFor(state: SessionState, { wish }: WaitingPerson): SeatId | null {
  const wished = wish === undefined ? null : seatOf(state, wish);
  const hasRoom = wished !== null && wished.delegates.length < delegationSizeOf(state);
  return hasRoom ? wished.id : emptiestSeat(state);
}

/** Removes people who are away from the table and the waiting list. They may come back. */
export function clearAbsent(state: SessionState, { delegates }: CommandOf<'clearAbsent'>): Decision {
  const gone = new Set(delegates);
  const removed = state.seats.flatMap((seat) =>
    seat.delegates.filter(({ id }) => gone.has(id)).map(({ id }) => offTheTable(id, seat.id)),
  );
  const waited = state.waiting.filter(({ id }) => gone.has(id));
  if (removed.length + waited.length === 0) return failed({ code: 'nobodyAway' });
  const left = removed.reduce(delegateRemoved, state);
  const seats = new Set(removed.map(({ seat }) => seat));
  const sealed = [...seats].flatMap((seat) => sealedByDeparture(left, seat));
  const away = waited.map(({ id }): Event => ({ type: 'delegateTurnedAway', delegate: id }));
  return ok([...removed, ...sealed, ...away]);
}

function offTheTable(delegate: string, seat: SeatId): EventOf<'delegateRemoved'> {
  return { type: 'delegateRemoved', delegate, seat };
}
