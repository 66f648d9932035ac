import { assertNever } from '../../lib/assertNever.ts';
import { failed, ok, type Result } from '../../lib/result.ts';
import type { Actor } from '../vocabulary/actors.ts';
import type { Command, CommandOf } from '../vocabulary/commands.ts';
import type { Role } from '../vocabulary/delegations.ts';
import { headOf } from './delegationRules.ts';
import type { Event, EventOf } from '../vocabulary/events.ts';
import type { Refusal } from '../vocabulary/refusals.ts';
import type { SeatState, SessionState } from '../vocabulary/state.ts';
import { draftOrder, draftWithdrawn, orderDrafted, withdrawDraft } from './drafts.ts';
import { seatOf } from './table.ts';

type Decision = Result<readonly Event[], Refusal>;

const commands = ['setRole', 'passHead', 'draftOrder', 'withdrawDraft'] as const;
const eventTypes = ['rolesSet', 'orderDrafted', 'draftWithdrawn'] as const;

type DelegationCommand = CommandOf<(typeof commands)[number]>;
/** What happens inside a delegation: who looks after what, and its drafts. */
export type DelegationEvent = EventOf<(typeof eventTypes)[number]>;

/** Whether a command is about the inside of a delegation. */
export function isDelegationCommand(command: Command): command is DelegationCommand {
  return commands.some((type) => type === command.type);
}

/** Judges a command about the inside of a delegation. */
export function decideDelegation(state: SessionState, actor: Actor, command: DelegationCommand): Decision {
  switch (command.type) {
    case 'setRole':
      return setRole(state, actor, command);
    case 'passHead':
      return passHead(state, command);
    case 'draftOrder':
      return draftOrder(state, actor, command);
    case 'withdrawDraft':
      return withdrawDraft(state, actor);
    default:
      return assertNever(command);
  }
}

/** Whether an event is about the inside of a delegation. */
export function isDelegationEvent(event: Event): event is DelegationEvent {
  return eventTypes.some((type) => type === event.type);
}

/** Folds an event about the inside of a delegation. */
export function foldDelegation(state: SessionState, event: DelegationEvent): SessionState {
  switch (event.type) {
    case 'rolesSet':
      return rolesSet(state, event);
    case 'orderDrafted':
      return orderDrafted(state, event);
    case 'draftWithdrawn':
      return draftWithdrawn(state, event);
    default:
      return assertNever(event);
  }
}

/** The head or the host gives somebody a role; who had it takes the other's in return. */
function setRole(state: SessionState, actor: Actor, command: CommandOf<'setRole'>): Decision {
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

/** The head is out of reach: the server names who leads meanwhile. They may give the role back themselves. */
function passHead(state: SessionState, command: CommandOf<'passHead'>): Decision {
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

function rolesSet(state: SessionState, event: EventOf<'rolesSet'>): SessionState {
  const roleOf = new Map(event.roles.map(({ delegate, role }) => [delegate, role]));
  const seats = state.seats.map((seat) => ({
    ...seat,
    delegates: seat.delegates.map((person) => ({ ...person, role: roleOf.get(person.id) ?? person.role })),
  }));
  return { ...state, seats };
}
