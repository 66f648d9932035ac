import { between } from './curve.ts';
import type { MapLayer, MapLink } from './mapPicture.ts';

/** At or below this strength a link is cut. */
const CUT_STRENGTH = 0.21;
/** From this restriction on, a link is dashed and notched. */
export const RESTRICTED_FROM = 0.08;

/** The look of one link; every field is a number, so that two looks can be mixed. Widths in sheet units, the rest 0..1. */
export interface LinkLook {
  readonly technical: number;
  readonly political: number;
  readonly commercial: number;
  /** The contrast of the cores against the ground. */
  readonly tone: number;
  readonly cable: number;
  readonly dash: number;
  readonly ghost: number;
}

const NOTHING = { technical: 0, political: 0, commercial: 0, tone: 1, cable: 0, dash: 0, ghost: 0 };

/** Whether only a ghost is left of a link. */
export const isCut = (link: MapLink): boolean => link.strength <= CUT_STRENGTH;

/** The look of a link: a cable of three cores, a notched dash over one thin core, or a ghost; `thickness` scales cores. */
export function lookOf(link: MapLink, layer: MapLayer, thickness = 1): LinkLook {
  if (isCut(link)) return { ...NOTHING, ghost: 1 };
  if (link.restricted >= RESTRICTED_FROM) {
    const thin = layer === 'all' ? 'technical' : layer;
    return { ...NOTHING, [thin]: 1.6, tone: 0.7, cable: 1, dash: 1 };
  }
  const each = (thickness * (4.4 + 10.6 * link.strength ** 2)) / 3;
  const width = (openness: number): number => Math.max(0.8, each * (0.25 + 0.75 * openness));
  const tone = 0.55 + 0.45 * link.strength;
  if (layer === 'all') {
    const cores = { technical: width(link.technical), political: width(link.political) };
    return { ...NOTHING, ...cores, commercial: width(link.commercial), tone, cable: 1 };
  }
  const alone = 0.9 + (each * 1.9 - 0.9) * link[layer] ** 2;
  return { ...NOTHING, [layer]: alone, tone: 0.4 + 0.6 * link[layer] * tone, cable: 1 };
}

/** The look of an absent link: the other look, fully transparent. */
export const unseen = (look: LinkLook): LinkLook => ({ ...look, cable: 0, dash: 0, ghost: 0 });

/** The mix of two looks, t from 0 to 1. */
export function mixLooks(from: LinkLook, to: LinkLook, t: number): LinkLook {
  return {
    technical: between(from.technical, to.technical, t),
    political: between(from.political, to.political, t),
    commercial: between(from.commercial, to.commercial, t),
    tone: between(from.tone, to.tone, t),
    cable: between(from.cable, to.cable, t),
    dash: between(from.dash, to.dash, t),
    ghost: between(from.ghost, to.ghost, t),
  };
}

/** Gap between two cores of a cable, in sheet units. */
const CORE_GAP = 1.1;

/** The offsets of a cable's cores from its middle line, in their fixed order; a core without width takes no space. */
export function coreOffsets(look: LinkLook): readonly [number, number, number] {
  const widths = [look.technical, look.political, look.commercial];
  const gaps = widths.map((width) => Math.min(1, width) * CORE_GAP);
  const total = widths.reduce((sum, width, i) => sum + width + (gaps[i] ?? 0), 0);
  const places: number[] = [];
  let at = -total / 2;
  widths.forEach((width, i) => {
    const room = width + (gaps[i] ?? 0);
    places.push(at + room / 2);
    at += room;
  });
  return [-(places[0] ?? 0), -(places[1] ?? 0), -(places[2] ?? 0)];
}
