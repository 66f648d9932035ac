import type { Point } from './curve.ts';
import type { StagedNode } from './stage.ts';

/** The seat nearest to a place of the sheet, if a finger there means it; `least` is the smallest reach in sheet units. */
export function seatAt(nodes: readonly StagedNode[], place: Point, least: number): string | null {
  let found: string | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    const away = Math.hypot(node.x - place.x, node.y - place.y);
    if (away < Math.max(node.radius + 8, least) && away < nearest) {
      found = node.seat;
      nearest = away;
    }
  }
  return found;
}
