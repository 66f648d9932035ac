import { failed, ok } from '../../lib/result.ts';
import type { Actor } from '../vocabulary/actors.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { Decision } from '../vocabulary/decision.ts';
import { delegationSizeOf, withRolesThatFollow } from './delegationRules.ts';
import { isAskedFirst, isEntryOpen } from '../vocabulary/entry.ts';
import type { Event } from '../vocabulary/events.ts';
import type { SeatState, SessionState } from '../vocabulary/state.ts';
import { sealedByDeparture } from './drafts.ts';
import { isWaiting } from './entry.ts';
import { seatOf, seatOfDelegate } from './table.ts';
import { delegateMoved, delegateRemoved } from '../folds/seats.ts';

/** A person takes a seat. If only a bot was playing it, the first person takes over. */
export function takeSeat(state: SessionState, command: CommandOf<'takeSeat'>): Decision {
  const seat = seatOf(state, command.seat);
  if (seat === null) return failed({ code: 'unknownSeat' });
  if (seatOfDelegate(state, command.delegate) !== null || isWaiting(state, command.delegate))
    return failed({ code: 'alreadyAtTable' });
  if (seat.delegates.length >= delegationSizeOf(state)) return failed({ code: 'seatFull' });
  if (!isEntryOpen(state.entry, state.phase.name)) return failed({ code: 'entryClosed' });
  if (isAskedFirst(state.entry)) return failed({ code: 'hostPlaces' });
  const taken = withRolesThatFollow(state, {
    type: 'seatTaken',
    seat: seat.id,
    delegate: command.delegate,
    name: command.name,
  });
  return ok([taken, ...firstPersonAt(state, seat)]);
}

/**
 * What follows when the first person comes to a seat that only a bot was playing: the bot hands it over, and an order that it
 * sealed in a round still open is opened again, so that the people decide.
 */
export function firstPersonAt(state: SessionState, seat: SeatState): readonly Event[] {
  if (seat.delegates.length > 0 || seat.bot === null) return [];
  const handedBack: Event = { type: 'seatHandedBack', seat: seat.id };
  const isSealed = state.phase.name === 'decision' && Object.hasOwn(state.sealed, seat.id);
  return isSealed ? [handedBack, { type: 'ordersWithdrawn', seat: seat.id }] : [handedBack];
}

/** A bot takes over a seat, with or without people; what is sealed stays sealed. */
export function coverSeat(state: SessionState, command: CommandOf<'coverSeat'>): Decision {
  const seat = seatOf(state, command.seat);
  if (seat === null) return failed({ code: 'unknownSeat' });
  if (seat.bot !== null) return failed({ code: 'seatCovered' });
  const standIn = command.untilReturn === true ? { untilReturn: true as const } : {};
  return ok([{ type: 'seatCovered', seat: seat.id, disposition: command.disposition, ...standIn }]);
}

/** Whether a bot plays a seat that still has people. */
export function isStandIn({ bot, delegates }: SeatState): boolean {
  return bot !== null && delegates.length > 0;
}

/** The bot gives the seat back to its people, when the host, the server or one of them says so. */
export function handBackSeat(
  state: SessionState,
  command: CommandOf<'handBackSeat'>,
  actor: Actor,
): Decision {
  const seat = seatOf(state, command.seat);
  if (seat === null) return failed({ code: 'unknownSeat' });
  if (actor.kind === 'delegate' && seatOfDelegate(state, actor.delegate) !== seat.id)
    return failed({ code: 'notYourCommand' });
  if (seat.bot === null) return failed({ code: 'seatNotCovered' });
  if (seat.delegates.length === 0) return failed({ code: 'noOneToHandBackTo' });
  return ok([{ type: 'seatHandedBack', seat: seat.id }]);
}

/** The host gives a waiting person a seat. */
export function placeDelegate(state: SessionState, command: CommandOf<'placeDelegate'>): Decision {
  const person = state.waiting.find(({ id }) => id === command.delegate);
  if (person === undefined) return failed({ code: 'unknownDelegate' });
  const seat = seatOf(state, command.seat);
  if (seat === null) return failed({ code: 'unknownSeat' });
  if (seat.delegates.length >= delegationSizeOf(state)) return failed({ code: 'seatFull' });
  const placed = withRolesThatFollow(state, { type: 'delegatePlaced', delegate: person.id, seat: seat.id });
  return ok([placed, ...firstPersonAt(state, seat)]);
}

/** The host exchanges the seats of two people of different states. What the states have sealed stays sealed. */
export function swapDelegates(state: SessionState, command: CommandOf<'swapDelegates'>): Decision {
  const seat = seatOfDelegate(state, command.delegate);
  const otherSeat = seatOfDelegate(state, command.other);
  if (seat === null || otherSeat === null) return failed({ code: 'unknownDelegate' });
  if (seat === otherSeat) return failed({ code: 'alreadyThere' });
  const { delegate, other } = command;
  const swapped = { type: 'delegatesSwapped', delegate, from: seat, other, seat: otherSeat } as const;
  return ok([withRolesThatFollow(state, swapped)]);
}

/** The host moves somebody to another state. What the old seat has sealed stays sealed. */
export function moveDelegate(state: SessionState, command: CommandOf<'moveDelegate'>): Decision {
  const from = seatOfDelegate(state, command.delegate);
  if (from === null) return failed({ code: 'unknownDelegate' });
  const to = seatOf(state, command.seat);
  if (to === null) return failed({ code: 'unknownSeat' });
  if (to.id === from) return failed({ code: 'alreadyThere' });
  if (to.delegates.length >= delegationSizeOf(state)) return failed({ code: 'seatFull' });
  const moved = withRolesThatFollow(state, {
    type: 'delegateMoved',
    delegate: command.delegate,
    from,
    seat: to.id,
  });
  const sealed = sealedByDeparture(delegateMoved(state, moved), from);
  return ok([moved, ...firstPersonAt(state, to), ...sealed]);
}

/** The host removes somebody from the table; they may come back and take a seat. */
export function removeDelegate(state: SessionState, command: CommandOf<'removeDelegate'>): Decision {
  const seat = seatOfDelegate(state, command.delegate);
  if (seat === null) return failed({ code: 'unknownDelegate' });
  const { delegate } = command;
  const removed = withRolesThatFollow(state, { type: 'delegateRemoved', delegate, seat });
  return ok([removed, ...sealedByDeparture(delegateRemoved(state, removed), seat)]);
}
