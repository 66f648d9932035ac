import type { RoleGiven } from '../vocabulary/delegations.ts';
import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState, Delegate } from '../vocabulary/state.ts';

/** Sets the roles of a delegation. */
export function rolesSet(state: SessionState, event: EventOf<'rolesSet'>): SessionState {
  return withRoles(state, event.roles);
}

/** The state with these roles; everybody else keeps theirs. */
export function withRoles(state: SessionState, roles: readonly RoleGiven[] = []): SessionState {
  const roleOf = new Map(roles.map(({ delegate, role }) => [delegate, role]));
  const given = (person: Delegate): Delegate => {
    const role = roleOf.get(person.id);
    return role === undefined ? person : { ...person, role };
  };
  const seats = state.seats.map((seat) =>
    seat.delegates.some(({ id }) => roleOf.has(id))
      ? { ...seat, delegates: seat.delegates.map(given) }
      : seat,
  );
  return { ...state, seats };
}
