import type { Actor } from '../vocabulary/actors.ts';
import { type DecisionRule, roles, type OrderDraft } from '../vocabulary/delegations.ts';
import type { Delegate, SeatState, SessionState } from '../vocabulary/state.ts';

/** The people of a seat after somebody sat down: the newcomer takes the first role nobody has. */
export function withNewcomer(
  people: readonly Delegate[],
  person: Omit<Delegate, 'role'>,
): readonly Delegate[] {
  const free = roles.find((role) => !people.some((other) => other.role === role));
  return [...people, { id: person.id, name: person.name, role: free ?? 'adviser' }];
}

/** The people of a seat after somebody left; where it was the head, who came next is head now. */
export function withoutPerson(people: readonly Delegate[], id: string): readonly Delegate[] {
  const left = people.filter((person) => person.id !== id);
  if (left.length === 0 || left.some(({ role }) => role === 'head')) return left;
  return left.map((person, index) => (index === 0 ? { ...person, role: 'head' as const } : person));
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
