import type { SeatId } from '#shared/model/world.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { indexOf } from './lookup.ts';

/** The key of the channel on which two states talk in private, as these eyes have it: by the other one where one is the own. */
export function pairKey(view: View, a: SeatId, b: SeatId): string {
  const own = view.own?.seat;
  if (a === own) return `with ${b}`;
  if (b === own) return `with ${a}`;
  return indexOf(view, a) < indexOf(view, b) ? `between ${a} ${b}` : `between ${b} ${a}`;
}
