import type { SeatId } from '../../model/world.ts';
import type { OrderDraft } from '../vocabulary/delegations.ts';
import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { isSameOrder } from '../vocabulary/sameOrder.ts';

/** Adds a draft, or its author to the draft with the same order; the author agrees with no other. */
export function orderDrafted(state: SessionState, event: EventOf<'orderDrafted'>): SessionState {
  const { seat, delegate, order, expects } = event;
  const others = without(state.drafts[seat] ?? [], delegate);
  const known = others.some((draft) => isSameOrder(draft.order, order));
  const drafts = known
    ? others.map((draft) =>
        isSameOrder(draft.order, order) ? { ...draft, agreed: [...draft.agreed, delegate] } : draft,
      )
    : [...others, { order, expects, agreed: [delegate] }];
  return { ...state, drafts: { ...state.drafts, [seat]: drafts } };
}

/** Takes back a delegate's agreement with a draft. */
export function draftWithdrawn(state: SessionState, event: EventOf<'draftWithdrawn'>): SessionState {
  return withoutDraftsOf(state, event.seat, event.delegate);
}

/** The state without a delegate's agreement with any draft of a seat; a draft that nobody agrees with is gone. */
export function withoutDraftsOf(state: SessionState, seat: SeatId, delegate: string): SessionState {
  const drafts = state.drafts[seat];
  if (drafts === undefined) return state;
  return { ...state, drafts: { ...state.drafts, [seat]: without(drafts, delegate) } };
}

function without(drafts: readonly OrderDraft[], delegate: string): readonly OrderDraft[] {
  return drafts
    .map((draft) => ({ ...draft, agreed: draft.agreed.filter((id) => id !== delegate) }))
    .filter(({ agreed }) => agreed.length > 0);
}
