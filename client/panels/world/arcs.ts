import type { Order } from '#shared/model/actions.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { MapArc } from '../../map/mapPicture.ts';
import { type ColouredFamily, colourOf, seatAt, targetsOf } from '../lookup.ts';

/** The most members that one joining state's arcs reach, the heaviest first. */
const MOST_MEMBERS = 2;

/** The arcs of a revealed round in the given families: who speaks to, joins or restricts whom. */
export function arcsOf(view: View, families: readonly ColouredFamily[]): readonly MapArc[] {
  const orders = view.table.reveal?.orders ?? [];
  return orders.flatMap((order, index) => {
    const family = colourOf(order.action);
    if (!family || !families.includes(family)) return [];
    const from = seatAt(view, index);
    return reachedBy(view, order, index).map((to) => ({ from, to, family }));
  });
}

/** The highlighted states in a family's turn: those that ordered from it, and those they named. */
export function litBy(view: View, family: ColouredFamily): readonly string[] {
  const orders = view.table.reveal?.orders ?? [];
  const seats = orders.flatMap((order, index) =>
    colourOf(order.action) === family ? [seatAt(view, index), ...targetsOf(order)] : [],
  );
  return [...new Set(seats)];
}

function reachedBy(view: View, order: Order, index: number): readonly string[] {
  if (order.action !== 'join-exclusive' && order.action !== 'join-functional') return targetsOf(order);
  const kind = order.action === 'join-exclusive' ? 'exclusive' : 'functional';
  const bloc = view.table.blocs.find(
    (candidate) =>
      candidate.kind === kind &&
      candidate.members.includes(index) &&
      (order.bloc === undefined || candidate.id === order.bloc) &&
      (!('field' in order) || order.field === undefined || candidate.field === order.field),
  );
  const weight = (member: number): number => view.card.seats[member]?.weight ?? 0;
  return (bloc?.members ?? [])
    .filter((member) => member !== index)
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, MOST_MEMBERS)
    .map((member) => seatAt(view, member));
}
