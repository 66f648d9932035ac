import { isCut, RESTRICTED_FROM } from './linkLook.ts';
import type { MapLink, MapNode, MapOptions } from './mapPicture.ts';

/** Up to this many links, all are drawn in full. */
const FULL = 60;
/** A ghost shows one cut link, the fog shows many: more ghosts than this only hide the map. */
const MOST_GHOSTS = 8;
const MOST_RESTRICTED = 14;

/** The links drawn in full and those baked faintly into the ground. */
interface ShownLinks {
  readonly shown: readonly MapLink[];
  readonly faint: readonly MapLink[];
}

/** A key for an unordered pair of seats, the same from both ends. */
export const pairOf = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

/**
 * The links that stand out: all of them up to about sixty; above that each node's strongest two to four, its two hardest
 * restrictions, and the nearest cuts; fewer on the ring, where all links cross. Cut links that are not shown appear only as fog.
 */
export function shownLinks(
  links: readonly MapLink[],
  nodes: readonly MapNode[],
  layout: MapOptions['layout'] = 'sheet',
): ShownLinks {
  if (links.length <= FULL) return { shown: links, faint: [] };
  const strongest = (nodes.length <= 24 ? 4 : 3) - (layout === 'ring' ? 1 : 0);
  const place = new Map(nodes.map((node) => [node.seat, node]));
  const far = (link: MapLink): number => {
    const a = place.get(link.a);
    const b = place.get(link.b);
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Number.POSITIVE_INFINITY;
  };
  const open = links.filter((link) => !isCut(link) && link.restricted < RESTRICTED_FROM);
  const restricted = links.filter((link) => !isCut(link) && link.restricted >= RESTRICTED_FROM);
  const cut = links.filter(isCut);
  const kept = new Set<MapLink>([
    ...topOfEach(open, nodes, strongest, (link) => link.strength),
    ...topOfEach(
      restricted,
      nodes,
      nodes.length <= 14 ? 2 : 1,
      (link) => link.restricted - far(link) / 4000,
    ).slice(0, MOST_RESTRICTED),
    ...topOfEach(cut, nodes, 1, (link) => -far(link)).slice(0, MOST_GHOSTS),
  ]);
  return { shown: links.filter((link) => kept.has(link)), faint: open.filter((link) => !kept.has(link)) };
}

function topOfEach(
  links: readonly MapLink[],
  nodes: readonly MapNode[],
  count: number,
  worth: (link: MapLink) => number,
): MapLink[] {
  const ranked = links.toSorted((x, y) => worth(y) - worth(x));
  const left = new Map(nodes.map((node) => [node.seat, count]));
  return ranked.filter((link) => {
    const a = left.get(link.a) ?? 0;
    const b = left.get(link.b) ?? 0;
    if (a > 0) left.set(link.a, a - 1);
    if (b > 0) left.set(link.b, b - 1);
    return a > 0 || b > 0;
  });
}
