import { distance, type Point } from './curve.ts';
import { contours } from './contours.ts';

/** A neck joins members of a camp only if they are nearer than this. */
const NECK_REACH = 272;
/** A camp extends this far beyond the rim of its members, less if nodes are small. */
export const CAMP_MARGIN = 36;

const NECK_HALF_WIDTH = 19;
const ROUNDING = 11;
const STEP = 9;

/** A node as the camp outline sees it. */
export interface CampDisc extends Point {
  readonly radius: number;
}

/**
 * The edge of a camp as closed loops: discs around its members, joined by necks over short distances, with outsiders left outside:
 * it omits a neck that would cross one, and dents a disc that would cover one.
 */
export function campOutline(
  members: readonly CampDisc[],
  outsiders: readonly CampDisc[],
  margin = CAMP_MARGIN,
): Point[][] {
  if (members.length === 0) return [];
  const necks = necksOf(members, outsiders);
  const reach = Math.max(...members.map((disc) => disc.radius)) + margin + 3 * STEP;
  const left = Math.min(...members.map((disc) => disc.x)) - reach;
  const top = Math.min(...members.map((disc) => disc.y)) - reach;
  const right = Math.max(...members.map((disc) => disc.x)) + reach;
  const bottom = Math.max(...members.map((disc) => disc.y)) + reach;
  const near = outsiders.filter((one) =>
    members.some((disc) => distance(disc, one) < disc.radius + one.radius + 70),
  );
  const depth = (x: number, y: number): number => {
    const inside = depthAt({ x, y }, members, necks, margin);
    const dent = near.reduce(
      (least, one) => Math.min(least, distance(one, { x, y }) - one.radius - margin / 3),
      999,
    );
    return Math.min(inside, dent);
  };
  return contours(depth, { left, top, right, bottom }, STEP);
}

/** The minimum spanning tree of the members, without edges that are too long or cross an outsider. */
export function necksOf(
  members: readonly CampDisc[],
  outsiders: readonly CampDisc[],
): [CampDisc, CampDisc][] {
  const pairs: [CampDisc, CampDisc][] = members.flatMap((a, i) =>
    members.slice(i + 1).map((b): [CampDisc, CampDisc] => [a, b]),
  );
  pairs.sort(([a, b], [c, d]) => distance(a, b) - distance(c, d));
  const group = new Map(members.map((disc, i) => [disc, i]));
  return pairs.filter(([a, b]) => {
    const isFree = outsiders.every((one) => toSegment(one, a, b) > one.radius + NECK_HALF_WIDTH);
    if (group.get(a) === group.get(b) || distance(a, b) >= NECK_REACH || !isFree) return false;
    const old = group.get(b);
    for (const disc of members) if (group.get(disc) === old) group.set(disc, group.get(a) ?? 0);
    return true;
  });
}

/* How deep a place lies inside the camp: above zero is inside; parts melt into each other like drops. */
function depthAt(
  at: Point,
  members: readonly CampDisc[],
  necks: readonly [CampDisc, CampDisc][],
  margin: number,
): number {
  let sum = 0;
  for (const disc of members) sum += Math.exp((disc.radius + margin - distance(disc, at)) / ROUNDING);
  let neck = 0;
  for (const [a, b] of necks)
    neck = Math.max(neck, Math.exp((NECK_HALF_WIDTH - toSegment(at, a, b)) / ROUNDING));
  return Math.log(sum + neck) * ROUNDING;
}

function toSegment(at: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const t = Math.max(0, Math.min(1, ((at.x - a.x) * dx + (at.y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return distance(at, { x: a.x + dx * t, y: a.y + dy * t });
}
