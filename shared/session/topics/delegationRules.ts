import { assertNever } from '../../lib/assertNever.ts';
import type { SeatId } from '../../model/world.ts';
import type { Actor } from '../vocabulary/actors.ts';
import { type DecisionRule, roles, type RoleGiven, type OrderDraft } from '../vocabulary/delegations.ts';
import type { Event, EventOf } from '../vocabulary/events.ts';
import type { Delegate, SeatState, SessionState } from '../vocabulary/state.ts';

/** What changes who sits at a state's table. */
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

/** A change at the tables with the roles that follow from it: a newcomer's, and that of whoever leads after a head has left. */
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

/** Two moves, one after the other; where both give a role to the same person, the later one counts. */
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

/** A newcomer takes the first role that nobody has. */
function onArrival(people: readonly Seated[], delegate: string): readonly RoleGiven[] {
  const free = roles.find((role) => !people.some((other) => other.role === role));
  return [{ delegate, role: free ?? 'adviser' }];
}

/** Where a head left, who came next is head now. */
function onDeparture(people: readonly Seated[], delegate: string): readonly RoleGiven[] {
  const left = people.filter(({ id }) => id !== delegate);
  const [next] = left;
  if (next === undefined || left.some(({ role }) => role === 'head')) return [];
  return [{ delegate: next.id, role: 'head' }];
}

/** The head of a delegation; null where nobody sits. */
export function headOf(seat: SeatState): string | null {
  return seat.delegates.find(({ role }) => role === 'head')?.id ?? null;
}

/** The rule by which delegations of this session decide. */
export function decisionRuleOf(state: Pick<SessionState, 'basis'>): DecisionRule {
  return state.basis.options.decisionRule;
}

/** Most people a state seats in this session, 1 to 6. */
export function delegationSizeOf(state: Pick<SessionState, 'basis'>): number {
  return state.basis.options.delegationSize;
}

/** Whether so many are more than half of a delegation. Who is connected is not history, so all its people count. */
export function isMajority(count: number, seat: SeatState): boolean {
  return 2 * count > seat.delegates.length;
}

/** Whether this actor alone may speak for the seat: bots, people who sit alone, and by the rules head and anyone. */
export function mayDecideAlone(state: SessionState, seat: SeatState, actor: Actor): boolean {
  if (actor.kind !== 'delegate' || seat.delegates.length === 1) return true;
  const rule = decisionRuleOf(state);
  return rule === 'anyone' || (rule === 'head' && headOf(seat) === actor.delegate);
}

/**
 * The draft that stands for a seat whose decision runs out of time: by majority the one with most support, among equals
 * the head's; by the head's rule the one the head agrees with; else null.
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
