import type { SeatId } from '../../model/world.ts';
import type { Actor } from '../vocabulary/actors.ts';
import { decisionRuleOf, headOf, isMajority, mayDecideAlone } from './delegationRules.ts';
import type { Event } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { seatOf } from './table.ts';

/**
 * How a delegation signs. Rule *anyone*: anybody signs. Rule *head*: only the head words, signs, withdraws and leaves. Rule
 * *majority*: anybody words an offer and signs for themselves, and the state has signed once more than half of its people have
 * signed that wording; only the head takes back and leaves.
 */
interface Wording {
  readonly id: string;
  readonly wording: number;
}

/** Why this actor may not word or sign for the state; null if they may. */
export function faultOfSpeaking(state: SessionState, seat: SeatId, actor: Actor): 'headSigns' | null {
  return decisionRuleOf(state) === 'head' && !isSignedByWording(state, seat, actor) ? 'headSigns' : null;
}

/** Whether this actor may take back or leave for the state. */
export function headSpeaks(state: SessionState, seat: SeatId, actor: Actor): boolean {
  const chair = seatOf(state, seat);
  if (chair === null || mayDecideAlone(state, chair, actor)) return true;
  return actor.kind === 'delegate' && headOf(chair) === actor.delegate;
}

/** Whether wording an offer also signs it for the state. */
export function isSignedByWording(state: SessionState, seat: SeatId, actor: Actor): boolean {
  const chair = seatOf(state, seat);
  return chair === null || mayDecideAlone(state, chair, actor);
}

/**
 * Whether this delegate has signed the wording for this state; after moving to another state, the signature stays with the old
 * one.
 */
export function hasEndorsed(
  state: SessionState,
  seat: SeatId,
  actor: Actor,
  { id, wording }: Wording,
): boolean {
  return state.endorsements.some(
    (one) =>
      actor.kind === 'delegate' &&
      one.seat === seat &&
      one.delegate === actor.delegate &&
      one.agreement === id &&
      one.wording === wording,
  );
}

/** The event of one delegate's signature, where single signatures count. */
export function endorsement(
  state: SessionState,
  seat: SeatId,
  actor: Actor,
  { id, wording }: Wording,
): readonly Event[] {
  if (actor.kind !== 'delegate' || isSignedByWording(state, seat, actor)) return [];
  return [{ type: 'agreementEndorsed', agreement: id, wording, seat, delegate: actor.delegate }];
}

/** Whether the state has signed with this signature: at once, or because more than half of its people have. */
export function isEnough(
  state: SessionState,
  seat: SeatId,
  { id, wording }: Wording,
  now: readonly Event[],
): boolean {
  const chair = seatOf(state, seat);
  if (chair === null || now.length === 0) return true;
  const people = state.endorsements.filter(
    (one) =>
      one.seat === seat &&
      one.agreement === id &&
      one.wording === wording &&
      chair.delegates.some((person) => person.id === one.delegate),
  );
  return isMajority(people.length + 1, chair);
}
