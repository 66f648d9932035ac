import type { Size } from './camera.ts';

/** The sides of a node for its name, best first, each with its penalty. */
const SIDES = [
  { x: 0, y: 1, dislike: 0 },
  { x: 0, y: -1, dislike: 4 },
  { x: 1, y: 0, dislike: 7 },
  { x: -1, y: 0, dislike: 9 },
  { x: 0.76, y: 0.76, dislike: 12 },
  { x: -0.76, y: 0.76, dislike: 12 },
  { x: 0.76, y: -0.76, dislike: 14 },
  { x: -0.76, y: -0.76, dislike: 14 },
] as const;

const GAP = 4;
/** A name that overlaps more than this share of itself is hidden until requested. */
const CROWDED = 0.14;

/** A spot beside which a name may be placed: its middle, and the least distance of the name. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly outer: number;
}

/** One name to place; all measures in CSS pixels of the host. */
export interface LabelAsk {
  readonly id: string;
  /** One for a node; a camp may be named beside any of its members. */
  readonly spots: readonly Spot[];
  readonly width: number;
  readonly height: number;
  /** Names with higher priority are placed first. */
  readonly worth: number;
}

/** The position of a name: its spot, and the offset of its top left corner from the middle of the spot. */
export interface LabelPlace {
  readonly spot: number;
  readonly dx: number;
  readonly dy: number;
  readonly isCrowded: boolean;
}

/** Something a name should not cover: a disc (weight high) or a point of a link (weight low). */
export interface Hindrance {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly weight: number;
}

interface Seat {
  readonly spot: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly cost: number;
}

/** Places names beside their nodes so that they overlap neither each other nor nodes, and links as little as possible. */
export function placeLabels(
  asks: readonly LabelAsk[],
  hindrances: readonly Hindrance[],
  host: Size,
): Map<string, LabelPlace> {
  const order = asks.toSorted((a, b) => b.worth - a.worth);
  const choices = order.map((ask) => ({ ask, seats: seatsOf(ask, hindrances, host) }));
  const taken = new Map<string, Seat>();
  for (let pass = 0; pass < 3; pass += 1)
    for (const { ask, seats } of choices) {
      const costs = seats.map((seat) => seat.cost + 900 * overlap(ask, seat, taken));
      const best = seats[costs.indexOf(Math.min(...costs))];
      if (best) taken.set(ask.id, best);
    }
  return settled(order, taken);
}

/* Of two names that still overlap the one of less worth steps back. */
function settled(order: readonly LabelAsk[], taken: ReadonlyMap<string, Seat>): Map<string, LabelPlace> {
  const places = new Map<string, LabelPlace>();
  const kept = new Map<string, Seat>();
  for (const ask of order) {
    const seat = taken.get(ask.id);
    const spot = seat && ask.spots[seat.spot];
    if (!seat || !spot) continue;
    const isCrowded = overlap(ask, seat, kept) > CROWDED;
    if (!isCrowded) kept.set(ask.id, seat);
    places.set(ask.id, { spot: seat.spot, dx: seat.left - spot.x, dy: seat.top - spot.y, isCrowded });
  }
  return places;
}

function seatsOf(ask: LabelAsk, hindrances: readonly Hindrance[], host: Size): Seat[] {
  return ask.spots.flatMap((spot, index) =>
    SIDES.map((side) => {
      const reach = spot.outer + GAP;
      const left = spot.x + side.x * reach + (Math.sign(side.x) - 1) * 0.5 * ask.width;
      const top = spot.y + side.y * reach + (Math.sign(side.y) - 1) * 0.5 * ask.height;
      const rect = { left, top, right: left + ask.width, bottom: top + ask.height };
      return { ...rect, spot: index, cost: side.dislike + costOf(rect, spot, hindrances, host) };
    }),
  );
}

function costOf(
  rect: Omit<Seat, 'spot' | 'cost'>,
  own: Spot,
  hindrances: readonly Hindrance[],
  host: Size,
): number {
  let cost = 30 * (Math.max(0, -rect.left) + Math.max(0, rect.right - host.width));
  cost += 30 * (Math.max(0, -rect.top) + Math.max(0, rect.bottom - host.height));
  for (const one of hindrances) {
    const dx = Math.max(rect.left - one.x, 0, one.x - rect.right);
    const dy = Math.max(rect.top - one.y, 0, one.y - rect.bottom);
    const isOwn = Math.abs(one.x - own.x) < 1 && Math.abs(one.y - own.y) < 1;
    if (!isOwn && dx * dx + dy * dy < one.radius * one.radius) cost += one.weight;
  }
  return cost;
}

/* The share of a name that lies under the names of others. */
function overlap(ask: LabelAsk, seat: Seat, others: ReadonlyMap<string, Seat>): number {
  let area = 0;
  for (const [id, other] of others) {
    if (id === ask.id) continue;
    const width = Math.min(seat.right, other.right) - Math.max(seat.left, other.left);
    const height = Math.min(seat.bottom, other.bottom) - Math.max(seat.top, other.top);
    if (width > 0 && height > 0) area += width * height;
  }
  return area / (ask.width * ask.height || 1);
}
