import type { Order } from '../model/actions.ts';
import type { SeatId } from '../model/world.ts';
import type { SpokenFact } from '../session/vocabulary/moves.ts';
import type { ParleySight } from './parleySight.ts';
import { hitBy, idOf, readingOf } from './reading.ts';

/** What a seat did to this one that can be held against it, the latest first: its blow of the last round, its measure that stands. */
export function grievanceAt(sight: ParleySight, other: SeatId): SpokenFact | null {
  const last = sight.sight.lastOrders?.[sight.sight.seats.indexOf(other)];
  if (last !== undefined && isBlow(last, sight.seat))
    return {
      fact: 'order',
      round: sight.sight.round - 1,
      by: other,
      action: last.action,
      target: sight.seat,
    };
  return hasMeasure(sight, other, sight.seat) ? { fact: 'measure', by: other, on: sight.seat } : null;
}

/** Whether a measure of one seat against another stands. */
export function hasMeasure({ sight }: Pick<ParleySight, 'sight'>, by: SeatId, on: SeatId): boolean {
  const [i, j] = [sight.seats.indexOf(by), sight.seats.indexOf(on)];
  return (sight.world.restriction[i * sight.seats.length + j] ?? 0) > 0;
}

/** Whether an order strikes a seat. */
export function isBlow(order: Order, seat: SeatId): boolean {
  const targets = order.action === 'restrict' || order.action === 'build-force' ? order.targets : undefined;
  return targets?.includes(seat) ?? false;
}

/** Who struck this seat in the last round. */
export function strikersOf({ sight }: Pick<ParleySight, 'sight'>): readonly SeatId[] {
  const reading = readingOf(sight);
  return hitBy(reading).map((seat) => idOf(reading, seat));
}

/** The bot's trust in a seat, micro-units. */
export function trustHeldIn({ sight }: Pick<ParleySight, 'sight'>, other: SeatId): number {
  return sight.world.trust[sight.seat * sight.seats.length + sight.seats.indexOf(other)] ?? 0;
}
