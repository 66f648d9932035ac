import { failed, ok } from '../../lib/result.ts';
import type { SeatId } from '../../model/world.ts';
import type { Actor } from '../vocabulary/actors.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { Decision } from '../vocabulary/decision.ts';
import type { OrderDraft } from '../vocabulary/delegations.ts';
import { decisionRuleOf, draftAtDeadline, isMajority } from './delegationRules.ts';
import type { Event, EventOf } from '../vocabulary/events.ts';
import type { SeatState, SessionState } from '../vocabulary/state.ts';
import { faultOfOrder } from './orders.ts';
import { speakerOf, seatOf } from './table.ts';
import { draftWithdrawn, orderDrafted } from '../folds/drafts.ts';
import { isSameOrder } from '../vocabulary/sameOrder.ts';

type Somebody = Extract<Actor, { kind: 'delegate' }>;

/**
 * A delegate puts an order before the own delegation, or agrees with the draft of the same order. Under the rule *majority* the
 * order seals itself once more than half of the delegation agree.
 */
export function draftOrder(state: SessionState, command: CommandOf<'draftOrder'>, actor: Actor): Decision {
  const seated = speakerOf(state, actor);
  if (!seated.ok) return seated;
  if (actor.kind !== 'delegate') return failed({ code: 'notYourCommand' });
  const expects = command.expects ?? null;
  const fault = faultOfOrder(state, seated.value, command.order, expects);
  if (fault !== null) return failed(fault);
  const drafted: EventOf<'orderDrafted'> = {
    type: 'orderDrafted',
    seat: seated.value,
    delegate: actor.delegate,
    order: command.order,
    expects,
  };
  return ok([drafted, ...sealedByMajority(state, orderDrafted(state, drafted), actor)]);
}

/** A delegate takes back their agreement. A draft that nobody agrees with is gone, and a seal that loses its majority breaks. */
export function withdrawDraft(
  state: SessionState,
  _command: CommandOf<'withdrawDraft'>,
  actor: Actor,
): Decision {
  const seated = speakerOf(state, actor);
  if (!seated.ok) return seated;
  if (actor.kind !== 'delegate') return failed({ code: 'notYourCommand' });
  const { delegate } = actor;
  const isIn = (state.drafts[seated.value] ?? []).some(({ agreed }) => agreed.includes(delegate));
  if (!isIn) return failed({ code: 'noDraft' });
  const withdrawn: EventOf<'draftWithdrawn'> = { type: 'draftWithdrawn', seat: seated.value, delegate };
  return ok([withdrawn, ...sealedByMajority(state, draftWithdrawn(state, withdrawn), actor)]);
}

/** What a change of drafts leads to under the rule *majority*: a seal, a broken seal, or nothing. */
function sealedByMajority(before: SessionState, after: SessionState, who: Somebody): readonly Event[] {
  const seat = seatOf(after, who.seat);
  if (seat === null || decisionRuleOf(after) !== 'majority') return [];
  const leading = leadingDraft(after, seat);
  const sealed = after.sealed[seat.id]?.order;
  if (leading !== undefined)
    return sealed !== undefined && isSameOrder(sealed, leading.order) ? [] : [sealOf(seat.id, leading)];
  // Only people who agreed with the sealed order can break its seal; newcomers and other drafts cannot.
  const broke = (before.drafts[seat.id] ?? []).some(
    ({ order, agreed }) =>
      sealed !== undefined && isSameOrder(sealed, order) && agreed.includes(who.delegate),
  );
  return broke ? [{ type: 'ordersWithdrawn', seat: seat.id }] : [];
}

/**
 * What a departure leads to under the rule *majority*: if more than half of those who stay agree with a draft, it seals itself. A
 * departure never breaks a seal.
 *
 * @param state - the table after the departure.
 */
export function sealedByDeparture(state: SessionState, id: SeatId): readonly Event[] {
  const seat = seatOf(state, id);
  if (seat === null || seat.bot !== null || state.phase.name !== 'decision') return [];
  const leading = leadingDraft(state, seat);
  if (leading === undefined || faultOfOrder(state, id, leading.order, leading.expects) !== null) return [];
  const sealed = state.sealed[id]?.order;
  return sealed !== undefined && isSameOrder(sealed, leading.order) ? [] : [sealOf(id, leading)];
}

/** The draft that more than half of a delegation agrees with, where the majority decides. */
function leadingDraft(state: SessionState, seat: SeatState): OrderDraft | undefined {
  if (decisionRuleOf(state) !== 'majority') return undefined;
  return (state.drafts[seat.id] ?? []).find(({ agreed }) => isMajority(agreed.length, seat));
}

/** The seals that drafts get when time for decisions runs out, seat by seat. */
export function sealedAtDeadline(state: SessionState): readonly EventOf<'ordersSealed'>[] {
  return state.seats.flatMap((seat) => {
    if (seat.bot !== null || Object.hasOwn(state.sealed, seat.id)) return [];
    const draft = draftAtDeadline(state, seat);
    if (draft === null || faultOfOrder(state, seat.id, draft.order, draft.expects) !== null) return [];
    return [sealOf(seat.id, draft)];
  });
}

function sealOf(seat: SeatId, { order, expects, agreed }: OrderDraft): EventOf<'ordersSealed'> {
  return { type: 'ordersSealed', seat, delegate: agreed[0] ?? null, order, expects };
}
