import { campOutline } from './campOutline.ts';
import type { Point } from './curve.ts';
import type { MapPicture } from './mapPicture.ts';
import type { Layout, SceneNode } from './layout.ts';

/** The seat nearest to a sheet place, if a tap there selects it; `least` is the smallest reach in sheet units. */
export function seatUnderFinger(nodes: readonly SceneNode[], place: Point, least: number): string | null {
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

/** The camp whose area contains a sheet place, by its bloc's id; where two overlap, the one drawn on top. */
export function campAt(
  shown: { readonly picture: Pick<MapPicture, 'blocs'>; readonly layout: Layout } | null,
  place: Point,
): number | null {
  if (shown === null) return null;
  const { scene, campMargin } = shown.layout;
  const held = shown.picture.blocs.findLast((bloc) => {
    if (bloc.kind !== 'exclusive') return false;
    const members = scene.nodes.filter(({ seat }) => bloc.members.includes(seat));
    const outsiders = scene.nodes.filter(({ seat }) => !bloc.members.includes(seat));
    return isInside(campOutline(members, outsiders, campMargin), place);
  });
  return held?.id ?? null;
}

/** Whether a place lies within closed loops, with holes outside: a ray from it crosses them an odd number of times. */
function isInside(loops: readonly (readonly Point[])[], at: Point): boolean {
  let crossings = 0;
  for (const loop of loops) {
    let before = loop.at(-1);
    for (const here of loop) {
      if (before && before.y > at.y !== here.y > at.y && at.x < crossing(before, here, at.y)) crossings += 1;
      before = here;
    }
  }
  return crossings % 2 === 1;
}

/** Where an edge crosses a height. */
function crossing(a: Point, b: Point, y: number): number {
  return a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y);
}
