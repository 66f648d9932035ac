import { failed, ok } from '../../lib/result.ts';
import type { Actor } from '../vocabulary/actors.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { Decision } from '../vocabulary/decision.ts';
import type { Role } from '../vocabulary/delegations.ts';
import { headOf } from './delegationRules.ts';
import type { Event } from '../vocabulary/events.ts';
import type { SeatState, SessionState } from '../vocabulary/state.ts';
import { seatOf } from './table.ts';

/** The head or the host gives somebody a role; whoever had it takes the other's role in return. */
export function setRole(state: SessionState, command: CommandOf<'setRole'>, actor: Actor): Decision {
  const { delegate, role } = command;
  const seat = state.seats.find(({ delegates }) => delegates.some(({ id }) => id === delegate));
  if (seat === undefined) return failed({ code: 'unknownDelegate' });
  if (actor.kind === 'delegate' && headOf(seat) !== actor.delegate) return failed({ code: 'headOnly' });
  const had = seat.delegates.find(({ id }) => id === delegate)?.role ?? 'adviser';
  if (had === role) return failed({ code: 'roleHeld' });
  // There may be several advisers, so nobody has to make room for one.
  const holder = role === 'adviser' ? undefined : seat.delegates.find((person) => person.role === role);
  if (had === 'head' && holder === undefined) return failed({ code: 'headNeeded' });
  return ok([rolesEvent(seat, new Map([[holder?.id ?? '', had] as const, [delegate, role] as const]))]);
}

/** The server names a new head while the head is unreachable. The new head may give the role back. */
export function passHead(state: SessionState, command: CommandOf<'passHead'>): Decision {
  const seat = seatOf(state, command.seat);
  if (seat === null) return failed({ code: 'unknownSeat' });
  const heir = seat.delegates.find(({ id }) => id === command.delegate);
  const head = headOf(seat);
  if (heir === undefined || head === null) return failed({ code: 'unknownDelegate' });
  if (heir.id === head) return failed({ code: 'roleHeld' });
  return ok([rolesEvent(seat, new Map([[head, heir.role] as const, [heir.id, 'head'] as const]))]);
}

function rolesEvent(seat: SeatState, changed: ReadonlyMap<string, Role>): Event {
  const roles = seat.delegates.map(({ id, role }) => ({ delegate: id, role: changed.get(id) ?? role }));
  return { type: 'rolesSet', seat: seat.id, roles };
}
