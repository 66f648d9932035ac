import { type ActionId, type Family, type Order, familyOf } from '#shared/model/actions.ts';
import type { SeatId } from '#shared/model/world.ts';
import type { BlocView, SeatView, View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import type { AgreementView } from '#shared/session/views/agreementView.ts';
import { list, pick, words } from '../text/language.ts';

/** The three families that have a colour and a shape of their own. */
export type ColouredFamily = Exclude<Family, 'none'>;

/** The index of a seat at the table, or -1. */
export function indexOf(view: View, seat: SeatId): number {
  return view.card.seats.findIndex((candidate) => candidate.id === seat);
}

/** The own seat's index, or -1 without a seat. */
export function ownIndex(view: View): number {
  return view.own ? indexOf(view, view.own.seat) : -1;
}

/** A seat's name in the reader's language; the id if the seat is unknown. */
export function seatName(view: View, seat: SeatId): string {
  const found = view.card.seats.find((candidate) => candidate.id === seat);
  return found ? pick(found.name) : seat;
}

/** The id of the seat at an index. */
export function seatAt(view: View, index: number): SeatId {
  return view.card.seats[index]?.id ?? '';
}

/** What the table shows of a seat. */
export function seatView(view: View, seat: SeatId): SeatView | null {
  return view.table.seats.find((candidate) => candidate.id === seat) ?? null;
}

/** Names joined as a sentence of the reader's language does. */
export function seatNames(view: View, seats: readonly SeatId[]): string {
  return list(seats.map((seat) => seatName(view, seat)));
}

/** The value of i towards j in a flat matrix. */
export function held(view: View, matrix: readonly Tenths[], i: number, j: number): Tenths {
  return matrix[i * view.card.seats.length + j] ?? 0;
}

/** i's trust in j as far as this viewer may read it; null if it is not shown. */
export function trustIn(view: View, i: number, j: number): Tenths | null {
  const { trust } = view.table;
  if (trust.length > 0) return held(view, trust, i, j);
  const own = ownIndex(view);
  if (i === own) return view.own?.trust?.inOthers[j] ?? null;
  return j === own ? (view.own?.trust?.ofOthers[i] ?? null) : null;
}

/** Position of an unordered pair in lists of the order (0,1), (0,2) … (n−2,n−1). */
export function pairPlace(n: number, a: number, b: number): number {
  const [i, j] = a < b ? [a, b] : [b, a];
  return i * n - (i * (i + 1)) / 2 + (j - i - 1);
}

/** The value of a pair in a list of pairs. */
export function shared(view: View, pairs: readonly Tenths[], a: number, b: number): Tenths {
  return pairs[pairPlace(view.card.seats.length, a, b)] ?? 0;
}

/**
 * A bloc's name: from its charter, else from the scenario's opening, else a camp by its side, a group by its field, and by its
 * number if there are several.
 */
export function blocName(view: View, bloc: BlocView): string {
  const given = bloc.matters?.charter?.name;
  if (given) return given;
  const opening = view.card.blocNames[bloc.id - 1];
  if (opening) return pick(opening);
  if (bloc.kind === 'exclusive') return pick(view.card.campNames[bloc.side === 1 ? 0 : 1]);
  const field = view.card.fields[bloc.field ?? 0];
  const name = words.value.play.state.group(field ? pick(field) : '');
  const alike = view.table.blocs.filter((one) => one.kind === bloc.kind && one.field === bloc.field);
  const place = alike.findIndex(({ id }) => id === bloc.id);
  return alike.length > 1 ? `${name} ${place + 1}` : name;
}

/** The blocs a seat belongs to. */
export function blocsOf(view: View, seat: SeatId): readonly BlocView[] {
  const index = indexOf(view, seat);
  return view.table.blocs.filter((bloc) => bloc.members.includes(index));
}

/** A card's family if it has a colour, else null. */
export function colourOf(action: ActionId): ColouredFamily | null {
  const family = familyOf[action];
  return family === 'none' ? null : family;
}

/** The seats an order names, the pair of a bridge included. */
export function targetsOf(order: Order): readonly SeatId[] {
  if ('targets' in order) return order.targets ?? [];
  return order.action === 'bridge' ? (order.pair ?? []) : [];
}

/** An order as a short phrase: the card's name, and whom it names. */
export function orderPhrase(view: View, order: Order): string {
  const { orders } = words.value;
  return orders.sentence(orders.cards[order.action].name, seatNames(view, targetsOf(order)));
}

/** Seats that a card may name: every seat but the own. */
export function candidates(view: View): readonly SeatId[] {
  return view.card.seats.map((seat) => seat.id).filter((seat) => seat !== view.own?.seat);
}

/** Every agreement that this viewer may read, the newest last. */
export function agreementsOf(view: View): readonly AgreementView[] {
  return [...view.table.agreements, ...(view.own?.agreements ?? [])];
}

/** Whether these eyes are of somebody at the table while the session runs: nobody else is offered a deed. */
export function plays({ viewer }: View): boolean {
  return viewer.kind === 'delegate';
}

/** Whether agreements can be made now. */
export function canBargain(view: View): boolean {
  const { phase, paused } = view.table;
  return plays(view) && !paused && (phase === 'negotiation' || phase === 'decision');
}
