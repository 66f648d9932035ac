import { type Curve, distance, type Point, pointOn } from './curve.ts';

/** A node as an obstacle: no link should run through it. */
interface Obstacle extends Point {
  readonly radius: number;
}

const BENDS = [0.075, -0.075, 0.13, -0.13, 0.03, -0.03, 0.21, -0.21];
const CLEARANCE = 16;
/** The greatest distance of a link from its straight line. */
const DEEPEST = 70;

/**
 * The curve of the link between two places: bent away from the middle of the map, or to the other side, or further, if a third
 * node is in the way. Depends on places only, so that a link keeps its shape while strengths change.
 */
export function bentCurve(from: Point, to: Point, middle: Point, obstacles: readonly Obstacle[]): Curve {
  let best = curveWith(from, to, middle, BENDS[0] ?? 0);
  let bestGap = Number.NEGATIVE_INFINITY;
  for (const bend of BENDS) {
    const curve = curveWith(from, to, middle, bend);
    const gap = gapOf(curve, obstacles);
    if (gap >= CLEARANCE) return curve;
    if (gap > bestGap) {
      best = curve;
      bestGap = gap;
    }
  }
  return best;
}

/** A curve of the ring: bent towards the centre, more if its ends are further apart. */
export function inwardCurve(from: Point, to: Point, centre: Point, reach: number): Curve {
  const mid = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const pull = 0.08 + 0.3 * Math.min(1, distance(from, to) / reach);
  return { from, to, toward: { x: mid.x + (centre.x - mid.x) * pull, y: mid.y + (centre.y - mid.y) * pull } };
}

function curveWith(from: Point, to: Point, middle: Point, bend: number): Curve {
  const mid = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const side = { x: to.y - from.y, y: from.x - to.x };
  const outward = side.x * (mid.x - middle.x) + side.y * (mid.y - middle.y) >= 0 ? 1 : -1;
  const length = distance(from, to) || 1;
  const peak = Math.max(-DEEPEST, Math.min(DEEPEST, bend * length));
  const share = (2 * peak * outward) / length;
  return { from, to, toward: { x: mid.x + side.x * share, y: mid.y + side.y * share } };
}

function gapOf(curve: Curve, obstacles: readonly Obstacle[]): number {
  let gap = Number.POSITIVE_INFINITY;
  for (let i = 1; i < 16; i += 1) {
    const at = pointOn(curve, i / 16);
    for (const obstacle of obstacles) {
      if (isEnd(curve, obstacle)) continue;
      gap = Math.min(gap, distance(at, obstacle) - obstacle.radius);
    }
  }
  return gap;
}

const isEnd = (curve: Curve, place: Point): boolean =>
  distance(place, curve.from) < 1 || distance(place, curve.to) < 1;
