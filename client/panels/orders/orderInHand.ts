import type { ActionId, Order } from '#shared/model/actions.ts';
import type { Field, SeatId } from '#shared/model/world.ts';
import type { BlocView, View } from '#shared/session/views/tableView.ts';
import { type Expectation, orderSchema } from '#shared/session/vocabulary/orders.ts';
import { indexOf, seatAt } from '../lookup.ts';
import type { OrderInHand } from '../playState.ts';

/** A fresh draft of a card. */
export function orderInHandOf(action: ActionId, expects: Expectation | null = null): OrderInHand {
  return { action, targets: [], field: null, bloc: null, expects };
}

/** How many seats a card may name: none, the table's limit, or the two ends of a bridge. */
export function mostTargets(view: View, action: ActionId): number {
  switch (action) {
    case 'dialogue':
    case 'build-capacity':
    case 'restrict':
    case 'build-force':
      return view.card.maxTargets;
    case 'bridge':
      return 2;
    case 'commit':
    case 'open-standards':
    case 'join-functional':
    case 'join-exclusive':
    case 'leave':
    case 'open-bloc':
    case 'harden':
    case 'localize':
    case 'roll-back':
    case 'hold':
      return 0;
  }
}

/** Chooses or unchooses a seat; on a full card the earliest choice is dropped. */
export function toggleTarget(view: View, draft: OrderInHand, seat: SeatId): OrderInHand {
  const most = mostTargets(view, draft.action);
  if (most === 0 || seat === view.own?.seat || indexOf(view, seat) < 0) return draft;
  if (draft.targets.includes(seat)) {
    return { ...draft, targets: draft.targets.filter((target) => target !== seat) };
  }
  return { ...draft, targets: [...draft.targets, seat].slice(-most) };
}

/** The active camp a seat belongs to. */
export function campOfSeat(view: View, seat: SeatId): BlocView | null {
  const index = indexOf(view, seat);
  const camp = view.table.blocs.find(
    (bloc) => bloc.kind === 'exclusive' && !bloc.dormant && bloc.members.includes(index),
  );
  return camp ?? null;
}

/** The heaviest members of a camp that a bridge would bring together, its pair member first; never the broker. */
export function meeting(view: View, camp: BlocView, member: SeatId): readonly SeatId[] {
  const weight = (seat: SeatId): number => view.card.seats[indexOf(view, seat)]?.weight ?? 0;
  const others = camp.members
    .map((index) => seatAt(view, index))
    .filter((seat) => seat !== member && seat !== view.own?.seat)
    .toSorted((a, b) => weight(b) - weight(a));
  return [member, ...others.slice(0, view.card.maxTargets)];
}

/** Fields with two rulebooks that can be linked. */
export function fieldsToLink(view: View): readonly Field[] {
  const fields: readonly Field[] = [0, 1, 2];
  return fields.filter(
    (field) =>
      view.table.blocs.filter((bloc) => bloc.kind === 'functional' && bloc.field === field).length > 1,
  );
}

function bridgeOf(view: View, draft: OrderInHand): Order | null {
  const [a, b] = draft.targets;
  const coordinate = draft.field === null ? {} : { coordinate: draft.field };
  if (a === undefined || b === undefined) {
    return draft.field === null ? null : { action: 'bridge', coordinate: draft.field };
  }
  const [first, second] = [campOfSeat(view, a), campOfSeat(view, b)];
  const groups =
    first && second && first.id !== second.id
      ? { groups: [meeting(view, first, a), meeting(view, second, b)] as const }
      : {};
  return { action: 'bridge', pair: [a, b], ...groups, ...coordinate };
}

/** The order of a draft, or null while something is missing. */
export function orderOf(view: View, draft: OrderInHand): Order | null {
  const { action, targets, field, bloc } = draft;
  switch (action) {
    case 'dialogue':
    case 'build-capacity':
    case 'restrict':
      return targets.length > 0 ? { action, targets } : null;
    case 'build-force':
      return targets.length > 0 ? { action, targets } : { action };
    case 'bridge':
      return bridgeOf(view, draft);
    case 'join-functional':
      if (bloc !== null) return { action, bloc };
      return field === null ? null : { action, field };
    case 'join-exclusive':
      return bloc === null ? { action } : { action, bloc };
    case 'leave':
      return bloc === null ? null : { action, bloc };
    case 'commit':
    case 'open-standards':
    case 'open-bloc':
    case 'harden':
    case 'localize':
    case 'roll-back':
    case 'hold':
      return { action };
  }
}

/** The draft of an order, so that a sealed order can be reopened. */
export function draftFrom(order: Order, expects: Expectation | null): OrderInHand {
  const field =
    order.action === 'bridge' ? order.coordinate : order.action === 'join-functional' ? order.field : null;
  const targets = 'targets' in order ? order.targets : order.action === 'bridge' ? order.pair : null;
  const bloc = 'bloc' in order ? order.bloc : null;
  return { action: order.action, targets: targets ?? [], field: field ?? null, bloc: bloc ?? null, expects };
}

const KEY = 'crossroads.draft';

/** Stores a draft on this device for the rest of the round; private windows do without. */
export function keepDraft(place: string, draft: OrderInHand | null): void {
  try {
    if (draft) sessionStorage.setItem(KEY, JSON.stringify({ place, draft }));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Storage is switched off: a reload loses the draft, nothing else.
  }
}

/** The draft of this seat and round from before a reload, or null. */
export function keptDraft(place: string): OrderInHand | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    return isKept(kept) && kept.place === place ? kept.draft : null;
  } catch {
    return null;
  }
}

function isKept(kept: unknown): kept is { place: string; draft: OrderInHand } {
  if (typeof kept !== 'object' || kept === null || !('place' in kept) || !('draft' in kept)) return false;
  const { draft } = kept;
  if (typeof draft !== 'object' || draft === null || !('action' in draft) || !('targets' in draft))
    return false;
  const known = orderSchema.options.some((option) =>
    'value' in option.shape.action
      ? option.shape.action.value === draft.action
      : option.shape.action.options.some((action: string) => action === draft.action),
  );
  return known && Array.isArray(draft.targets);
}
