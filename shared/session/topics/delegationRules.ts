import { assertNever } from '../../lib/assertNever.ts';
import type { SeatId } from '../../model/world.ts';
import type { Actor } from '../vocabulary/actors.ts';
import { type DecisionRule, roles, type RoleGiven, type OrderDraft } from '../vocabulary/delegations.ts';
import type { Event, EventOf } from '../vocabulary/events.ts';
import type { Delegate, SeatState, SessionState } from '../vocabulary/state.ts';

/** An event that changes who sits at a seat. */
export type SeatingEvent = EventOf<
  'seatTaken' | 'delegatePlaced' | 'delegateMoved' | 'delegateRemoved' | 'delegatesSwapped'
>;

const seatings: Readonly<Record<SeatingEvent['type'], true>> = {
  seatTaken: true,
  delegatePlaced: true,
  delegateMoved: true,
  delegateRemoved: true,
  delegatesSwapped: true,
};

/** Whether an event changes who sits at a state's table. */
export function isSeating(event: Event): event is SeatingEvent {
  return Object.hasOwn(seatings, event.type);
}

/** A change of seats with the roles that follow from it: the newcomer's, and the new head's if the head has left. */
export function withRolesThatFollow<Seating extends SeatingEvent>(
  state: SessionState,
  event: Seating,
): Seating {
  return { ...event, roles: rolesThatFollow(state, event) };
}

function rolesThatFollow(state: SessionState, event: SeatingEvent): readonly RoleGiven[] {
  const at = peopleAt(state, event.seat);
  switch (event.type) {
    case 'seatTaken':
    case 'delegatePlaced':
      return onArrival(at, event.delegate);
    case 'delegateRemoved':
      return onDeparture(at, event.delegate);
    case 'delegateMoved':
      return [...onDeparture(peopleAt(state, event.from), event.delegate), ...onArrival(at, event.delegate)];
    case 'delegatesSwapped':
      return onExchange(peopleAt(state, event.from), at, event);
    default:
      return assertNever(event);
  }
}

/** Two moves, one after the other; if both give a role to the same person, the later one counts. */
function onExchange(
  from: readonly Seated[],
  to: readonly Seated[],
  { delegate, other }: EventOf<'delegatesSwapped'>,
): readonly RoleGiven[] {
  const arrived = onArrival(to, delegate);
  const joined = [...to, ...arrived.map(({ role }) => ({ id: delegate, role }))];
  const left = from.filter(({ id }) => id !== delegate);
  const led = onDeparture(from, delegate);
  const stayed = left.map((person) => ({
    ...person,
    role: led.find((one) => one.delegate === person.id)?.role ?? person.role,
  }));
  return [...led, ...arrived, ...onDeparture(joined, other), ...onArrival(stayed, other)];
}

type Seated = Pick<Delegate, 'id' | 'role'>;

function peopleAt({ seats }: SessionState, id: SeatId): readonly Seated[] {
  return seats.find((seat) => seat.id === id)?.delegates ?? [];
}

/** A newcomer takes the first free role. */
function onArrival(people: readonly Seated[], delegate: string): readonly RoleGiven[] {
  const free = roles.find((role) => !people.some((other) => other.role === role));
  return [{ delegate, role: free ?? 'adviser' }];
}

/** If the head left, the person who came next becomes head. */
function onDeparture(people: readonly Seated[], delegate: string): readonly RoleGiven[] {
  const left = people.filter(({ id }) => id !== delegate);
  const [next] = left;
  if (next === undefined || left.some(({ role }) => role === 'head')) return [];
  return [{ delegate: next.id, role: 'head' }];
}

/** The head of a delegation; null if nobody sits there. */
export function headOf(seat: SeatState): string | null {
  return seat.delegates.find(({ role }) => role === 'head')?.id ?? null;
}

/** The decision rule of delegations in this session. */
export function decisionRuleOf(state: Pick<SessionState, 'basis'>): DecisionRule {
  return state.basis.options.decisionRule;
}

/** Most people a state seats in this session, 1 to 6. */
export function delegationSizeOf(state: Pick<SessionState, 'basis'>): number {
  return state.basis.options.delegationSize;
}

/** Whether so many are more than half of a delegation. All its people count, connected or not: connections are not recorded. */
export function isMajority(count: number, seat: SeatState): boolean {
  return 2 * count > seat.delegates.length;
}

/**
 * Whether this actor alone may decide for the seat: bots, people who sit alone, anybody under the rule *anyone*, the head under
 * *head*.
 */
export function mayDecideAlone(state: SessionState, seat: SeatState, actor: Actor): boolean {
  if (actor.kind !== 'delegate' || seat.delegates.length === 1) return true;
  const rule = decisionRuleOf(state);
  return rule === 'anyone' || (rule === 'head' && headOf(seat) === actor.delegate);
}

/**
 * The draft that counts when the decision runs out of time. Rule *majority*: the one with most support, among equals the head's.
 * Rule *head*: the one the head agrees with. Otherwise null.
 */
export function draftAtDeadline(state: SessionState, seat: SeatState): OrderDraft | null {
  const drafts = state.drafts[seat.id] ?? [];
  const head = headOf(seat) ?? '';
  const rule = decisionRuleOf(state);
  const heads = drafts.find(({ agreed }) => agreed.includes(head)) ?? null;
  if (rule === 'anyone') return null;
  if (rule === 'head') return heads;
  const most = Math.max(0, ...drafts.map(({ agreed }) => agreed.length));
  const leading = drafts.filter(({ agreed }) => agreed.length === most);
  return heads !== null && leading.includes(heads) ? heads : (leading[0] ?? null);
}
