import { bentCurve, inwardCurve } from './bend.ts';
import { CAMP_MARGIN } from './campOutline.ts';
import type { Box } from './contours.ts';
import type { Curve, Point } from './curve.ts';
import { type LinkLook, lookOf } from './linkLook.ts';
import type { MapArc, MapLink, MapNode, MapOptions, MapPicture, MapTie } from './mapPicture.ts';
import { ringOrder, ringPlaces, ringSize } from './ring.ts';
import { pairOf, shownLinks } from './shownLinks.ts';
import type { Size } from './camera.ts';

/** The opacity of a dimmed node or link. */
const DIM_NODE = 0.38;
const DIM_LINK = 0.4;

/** A node in position; every number can be interpolated. */
export interface SceneNode extends Point {
  readonly seat: string;
  readonly radius: number;
  readonly trusted: number;
  /** Length of the threat teeth, 0 without them. */
  readonly teeth: number;
  /** Opacity of the dotted rings, one for each group. */
  readonly groups: readonly number[];
  readonly own: boolean;
  readonly chosen: MapNode['chosen'];
  readonly chosenShare: number;
  readonly tone: number;
  readonly presence: number;
}

/** A link in position. */
export interface SceneLink {
  readonly pair: string;
  readonly curve: Curve;
  readonly look: LinkLook;
  readonly tone: number;
}

/** An arc of the reveal in position; `reached` is the progress of its head, 0..1. */
export interface SceneArc {
  readonly key: string;
  readonly family: MapArc['family'];
  readonly curve: Curve;
  readonly startRadius: number;
  readonly endRadius: number;
  readonly reached: number;
}

/** An agreement in position. */
export interface SceneTie {
  readonly pair: string;
  readonly curve: Curve;
  readonly secret: boolean;
  readonly tone: number;
  readonly presence: number;
}

/** Everything that moves between two pictures, ready to be drawn. */
export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly links: readonly SceneLink[];
  readonly arcs: readonly SceneArc[];
  readonly ties: readonly SceneTie[];
}

/** A scene with its baked ground and the space it needs. */
export interface Layout {
  readonly scene: Scene;
  readonly faint: readonly { readonly curve: Curve; readonly strength: number }[];
  readonly box: Box;
  /** How far a camp extends beyond the rim of its members. */
  readonly campMargin: number;
}

/** Lays a picture out on the sheet or the ring of a host. */
export function layoutOf(picture: MapPicture, options: MapOptions, host: Size): Layout {
  const isRing = options.layout === 'ring';
  const places = isRing ? ringOf(picture, host) : new Map(picture.nodes.map((node) => [node.seat, node]));
  const shrink = shrinkOf([...places.values()]);
  const nodes = nodesOf(picture, places, shrink);
  const dimmed = new Set(picture.dimmed);
  const box = boxOf(nodes);
  const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  const at = new Map(nodes.map((node) => [node.seat, node]));
  const curve = (a: string, b: string, isCareful: boolean): Curve | undefined => {
    const [one, two] = a < b ? [at.get(a), at.get(b)] : [at.get(b), at.get(a)];
    if (!one || !two) return undefined;
    const [left, right] = one.x <= two.x ? [one, two] : [two, one];
    if (isRing) return inwardCurve(left, right, middle, box.bottom - box.top);
    return bentCurve(left, right, middle, isCareful ? nodes : []);
  };
  const { shown, faint } = shownLinks(picture.links, picture.nodes, options.layout);
  const links = shown.flatMap((link) => {
    const found = curve(link.a, link.b, true);
    return found ? [stagedLink(link, found, { look: lookOf(link, options.layer, shrink), dimmed })] : [];
  });
  const arcs = picture.arcs.flatMap((arc) => stagedArc(arc, curve(arc.from, arc.to, true), at));
  const ties = picture.ties.flatMap((tie) => stagedTie(tie, curve(tie.a, tie.b, true), dimmed));
  const faintCurves = faint.flatMap((link) => {
    const found = curve(link.a, link.b, false);
    return found ? [{ curve: found, strength: link.strength }] : [];
  });
  return {
    scene: { nodes, links, arcs, ties },
    faint: faintCurves,
    box,
    campMargin: CAMP_MARGIN * Math.max(0.5, shrink),
  };
}

function ringOf(picture: MapPicture, host: Size): Map<string, Point> {
  const { width, height } = ringSize(picture.nodes.length, host.width, host.height);
  const seats = picture.nodes.map((node) => node.seat);
  return ringPlaces(ringOrder(seats, picture.blocs), width, height);
}

function nodesOf(picture: MapPicture, places: ReadonlyMap<string, Point>, shrink: number): SceneNode[] {
  const dimmed = new Set(picture.dimmed);
  const groups = picture.blocs.filter((bloc) => bloc.kind === 'functional');
  return picture.nodes.map((node) => {
    const place = places.get(node.seat) ?? node;
    return {
      seat: node.seat,
      x: place.x,
      y: place.y,
      radius: (12 + 13 * Math.sqrt(Math.max(0, node.weight))) * shrink,
      trusted: node.trusted,
      teeth: node.threat > 0.36 ? (3.5 + (node.threat - 0.36) * 20) * shrink : 0,
      groups: groups.filter((bloc) => bloc.members.includes(node.seat)).map(() => 1),
      own: node.own,
      chosen: node.chosen,
      chosenShare: node.chosen ? 1 : 0,
      tone: dimmed.has(node.seat) ? DIM_NODE : 1,
      presence: 1,
    };
  });
}

/* Nodes and cables shrink only when the closest nodes stand too near each other. */
function shrinkOf(places: readonly Point[]): number {
  const nearest = places.map((a) =>
    places.reduce((least, b) => (a === b ? least : Math.min(least, Math.hypot(a.x - b.x, a.y - b.y))), 999),
  );
  nearest.sort((a, b) => a - b);
  const tight = nearest[Math.floor(nearest.length * 0.15)] ?? 999;
  return Math.max(0.42, Math.min(1, tight / 125));
}

function stagedLink(
  link: MapLink,
  curve: Curve,
  { look, dimmed }: { readonly look: LinkLook; readonly dimmed: ReadonlySet<string> },
): SceneLink {
  const isDimmed = dimmed.has(link.a) && dimmed.has(link.b);
  return { pair: pairOf(link.a, link.b), curve, look, tone: isDimmed ? DIM_LINK : 1 };
}

function stagedTie(
  { a, b, secret }: MapTie,
  curve: Curve | undefined,
  dimmed: ReadonlySet<string>,
): readonly SceneTie[] {
  if (!curve) return [];
  const tone = dimmed.has(a) && dimmed.has(b) ? DIM_LINK : 1;
  return [{ pair: pairOf(a, b), curve, secret, tone, presence: 1 }];
}

function stagedArc(
  arc: MapArc,
  curve: Curve | undefined,
  at: ReadonlyMap<string, SceneNode>,
): readonly SceneArc[] {
  if (!curve) return [];
  const start = at.get(arc.from);
  const isForward = curve.from.x === start?.x && curve.from.y === start.y;
  const staged = {
    key: `${arc.family}|${arc.from}>${arc.to}`,
    family: arc.family,
    curve: isForward ? curve : { from: curve.to, toward: curve.toward, to: curve.from },
    startRadius: start?.radius ?? 0,
    endRadius: at.get(arc.to)?.radius ?? 0,
    reached: 1,
  };
  return [staged];
}

/** The area of the nodes, with a margin for camps and rings. */
function boxOf(nodes: readonly SceneNode[]): Box {
  if (nodes.length === 0) return { left: 0, top: 0, right: 1380, bottom: 800 };
  const margin = CAMP_MARGIN + 14;
  return {
    left: Math.min(...nodes.map((node) => node.x - node.radius)) - margin,
    top: Math.min(...nodes.map((node) => node.y - node.radius)) - margin,
    right: Math.max(...nodes.map((node) => node.x + node.radius)) + margin,
    bottom: Math.max(...nodes.map((node) => node.y + node.radius)) + margin,
  };
}
