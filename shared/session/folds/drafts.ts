import type { SeatId } from '../../model/world.ts';
import type { OrderDraft } from '../vocabulary/delegations.ts';
import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { isSameOrder } from '../vocabulary/sameOrder.ts';

/** Folds a draft: its author agrees with it and with no other. */
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

/** Folds an agreement taken back. */
export function draftWithdrawn(state: SessionState, event: EventOf<'draftWithdrawn'>): SessionState {
  return withoutDraftsOf(state, event.seat, event.delegate);
}

/** The table without what somebody drafted or agreed with at a seat. */
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
