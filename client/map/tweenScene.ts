import { between, type Curve, distance, type Point } from './curve.ts';
import { isCut, mixLooks, unseen } from './linkLook.ts';
import type { MapPicture } from './mapPicture.ts';
import { pairOf } from './shownLinks.ts';
import type { Scene, SceneArc, SceneLink, SceneNode, SceneTie } from './layout.ts';

/** The scene between two others, t from 0 to 1: new parts appear, old parts fade. */
export function tweenScene(from: Scene, to: Scene, t: number): Scene {
  if (t >= 1) return to;
  return {
    nodes: tweenNodes(from.nodes, to.nodes, t),
    links: tweenLinks(from.links, to.links, t),
    arcs: tweenArcs(from.arcs, to.arcs, t),
    ties: tweenTies(from.ties, to.ties, t),
  };
}

/** The scene without the bodies of some links, because a breaking link is drawn by its break alone. */
export function withoutPairs(scene: Scene, pairs: ReadonlySet<string>): Scene {
  const bare = (link: SceneLink): SceneLink =>
    pairs.has(link.pair) ? { ...link, look: unseen(link.look) } : link;
  return { ...scene, links: scene.links.map(bare) };
}

/** The links that become ghosts between two pictures, as pairs. */
export function breakingPairs(from: MapPicture | null, to: MapPicture): string[] {
  const before = new Map((from?.links ?? []).map((link) => [pairOf(link.a, link.b), link]));
  return to.links
    .filter((link) => isCut(link))
    .map((link) => pairOf(link.a, link.b))
    .filter((pair) => {
      const old = before.get(pair);
      return old !== undefined && !isCut(old);
    });
}

function tweenNodes(from: readonly SceneNode[], to: readonly SceneNode[], t: number): SceneNode[] {
  const before = new Map(from.map((node) => [node.seat, node]));
  const after = new Set(to.map((node) => node.seat));
  const gone = from.filter((node) => !after.has(node.seat));
  return [
    ...gone.map((node) => ({ ...node, presence: node.presence * (1 - t) })),
    ...to.map((node) => {
      const old = before.get(node.seat);
      return old ? mixNodes(old, node, t) : { ...node, presence: t };
    }),
  ];
}

function mixNodes(old: SceneNode, node: SceneNode, t: number): SceneNode {
  const count = Math.max(old.groups.length, node.groups.length);
  const groups = Array.from({ length: count }, (_, i) => between(old.groups[i] ?? 0, node.groups[i] ?? 0, t));
  const isSameChoice = node.chosen === null || old.chosen === null || old.chosen === node.chosen;
  return {
    ...node,
    ...mixPoints(old, node, t),
    radius: between(old.radius, node.radius, t),
    trusted: between(old.trusted, node.trusted, t),
    teeth: between(old.teeth, node.teeth, t),
    groups,
    chosen: node.chosen ?? old.chosen,
    chosenShare: isSameChoice ? between(old.chosenShare, node.chosenShare, t) : t,
    tone: between(old.tone, node.tone, t),
    presence: between(old.presence, node.presence, t),
  };
}

function tweenLinks(from: readonly SceneLink[], to: readonly SceneLink[], t: number): SceneLink[] {
  const before = new Map(from.map((link) => [link.pair, link]));
  const after = new Set(to.map((link) => link.pair));
  const gone = from.filter((link) => !after.has(link.pair));
  return [
    ...gone.map((link) => ({ ...link, look: mixLooks(link.look, unseen(link.look), t) })),
    ...to.map((link) => {
      const old = before.get(link.pair);
      if (!old) return { ...link, look: mixLooks(unseen(link.look), link.look, t) };
      return {
        pair: link.pair,
        curve: mixCurves(old.curve, link.curve, t),
        look: mixLooks(old.look, link.look, t),
        tone: between(old.tone, link.tone, t),
      };
    }),
  ];
}

function tweenArcs(from: readonly SceneArc[], to: readonly SceneArc[], t: number): SceneArc[] {
  const before = new Map(from.map((arc) => [arc.key, arc]));
  return to.map((arc) => {
    const old = before.get(arc.key);
    const curve = old ? mixCurves(old.curve, arc.curve, t) : arc.curve;
    return { ...arc, curve, reached: between(old?.reached ?? 0, 1, t) };
  });
}

function tweenTies(from: readonly SceneTie[], to: readonly SceneTie[], t: number): SceneTie[] {
  const before = new Map(from.map((tie) => [tie.pair, tie]));
  const after = new Set(to.map((tie) => tie.pair));
  const gone = from.filter((tie) => !after.has(tie.pair));
  return [
    ...gone.map((tie) => ({ ...tie, presence: tie.presence * (1 - t) })),
    ...to.map((tie) => {
      const old = before.get(tie.pair);
      if (!old) return { ...tie, presence: t };
      const curve = mixCurves(old.curve, tie.curve, t);
      return {
        ...tie,
        curve,
        tone: between(old.tone, tie.tone, t),
        presence: between(old.presence, 1, t),
      };
    }),
  ];
}

const mixPoints = (a: Point, b: Point, t: number): Point => ({
  x: between(a.x, b.x, t),
  y: between(a.y, b.y, t),
});

/* Curves run from left to right; when their ends have changed sides the old one is taken from its other end. */
function mixCurves(old: Curve, b: Curve, t: number): Curve {
  const isTurned =
    distance(old.from, b.from) > distance(old.from, b.to) &&
    distance(old.to, b.to) > distance(old.to, b.from);
  const a = isTurned ? { from: old.to, toward: old.toward, to: old.from } : old;
  return {
    from: mixPoints(a.from, b.from, t),
    toward: mixPoints(a.toward, b.toward, t),
    to: mixPoints(a.to, b.to, t),
  };
}
