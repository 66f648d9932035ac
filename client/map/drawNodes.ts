import type { GameObjects } from 'phaser';
import type { Point } from './curve.ts';
import { over, type Palette } from './palette.ts';
import { arc, circle, disc, onCircle, stroke } from './pen.ts';
import type { SceneNode } from './layout.ts';

type Graphics = GameObjects.Graphics;

/** Distance between the rim of a node and the base of its teeth. */
const TEETH_FROM = 5;
const GROUP_GAP = 8;

/** Radius of the k-th dotted group ring of a node, in sheet units. */
const groupRadius = (node: SceneNode, k: number): number =>
  node.radius + 3 + (node.teeth > 0 ? node.teeth + TEETH_FROM - 1 : 0) + GROUP_GAP * (k + 1);

/** The radius of a node with teeth, group rings and selection ring, without its camp. */
export const reachOf = (node: SceneNode): number =>
  Math.max(
    node.radius + 4 + (node.teeth > 0 ? TEETH_FROM + node.teeth : 0),
    node.groups.length > 0 ? groupRadius(node, node.groups.length - 1) + 3 : 0,
    node.chosenShare > 0 ? choiceRadius(node) + 4 : 0,
  );

const choiceRadius = (node: SceneNode): number =>
  node.groups.length > 0 ? groupRadius(node, node.groups.length - 1) + 9 : node.radius + 13;

/** Draws all nodes; the teeth and rings of all nodes beneath all discs. */
export function drawNodes(pen: Graphics, nodes: readonly SceneNode[], palette: Palette): void {
  for (const node of nodes) drawRings(pen, node, palette);
  for (const node of nodes) drawTeeth(pen, node, palette);
  for (const node of nodes) drawBody(pen, node, palette);
  for (const node of nodes) if (node.chosen && node.chosenShare > 0) drawChoice(pen, node, palette);
}

function drawBody(pen: Graphics, node: SceneNode, palette: Palette): void {
  const { radius, presence } = node;
  const shade = (colour: number, opacity = 1): number => over(colour, palette.ground, opacity * node.tone);
  const width = Math.max(2.6, radius * 0.165);
  const rim = radius - width / 2;
  disc(pen, node, radius + 3.2, palette.ground, presence);
  circle(pen, node, rim, width, shade(palette.rim, 0.55), presence);
  arc(
    pen,
    node,
    rim,
    [0, node.trusted >= 0.995 ? 1.004 : node.trusted],
    width,
    shade(palette.light),
    presence,
  );
  disc(pen, node, radius * 0.52, shade(palette.light), presence);
  if (node.own)
    circle(pen, node, radius * 0.35, Math.max(2, radius * 0.088), shade(palette.onLight), presence);
}

function drawTeeth(pen: Graphics, node: SceneNode, palette: Palette): void {
  if (node.teeth < 0.3) return;
  const foot = node.radius + TEETH_FROM;
  const count = Math.max(12, Math.round((2 * Math.PI * foot) / 10.8));
  const colour = over(palette.securitize, palette.ground, node.tone);
  for (let i = 0; i < count; i += 1) {
    const turn = i / count;
    const tooth = [onCircle(node, foot, turn), onCircle(node, foot + node.teeth, turn)];
    stroke(pen, tooth, 2.6, colour, node.presence);
  }
}

function drawRings(pen: Graphics, node: SceneNode, palette: Palette): void {
  const colour = over(palette.blocs, palette.ground, node.tone);
  node.groups.forEach((share, k) => {
    const radius = groupRadius(node, k);
    const count = Math.round((2 * Math.PI * radius) / 8.5);
    for (let i = 0; i < count; i += 1)
      disc(pen, onCircle(node, radius, i / count), 2, colour, share * node.presence);
  });
}

function drawChoice(pen: Graphics, node: SceneNode, palette: Palette): void {
  const radius = choiceRadius(node) + (1 - node.chosenShare) * 14;
  const share = node.chosenShare * node.presence;
  if (node.chosen === 'cooperate') circle(pen, node, radius, 4, palette.cooperate, share);
  if (node.chosen === 'blocs') {
    circle(pen, node, radius - 2.6, 2.4, palette.blocs, share);
    circle(pen, node, radius + 3, 2.4, palette.blocs, share);
  }
  if (node.chosen === 'securitize') drawSquare(pen, node, radius + 2, palette.securitize, share);
}

/* A square on its tip, dashed, its corners always drawn. */
function drawSquare(pen: Graphics, node: Point, radius: number, colour: number, opacity: number): void {
  const half = radius * 1.22;
  const corners = [0, 0.25, 0.5, 0.75].map((turn) => onCircle(node, half, turn));
  corners.forEach((corner, i) => {
    const next = corners[(i + 1) % 4] ?? corner;
    const at = (t: number): Point => ({
      x: corner.x + (next.x - corner.x) * t,
      y: corner.y + (next.y - corner.y) * t,
    });
    for (const [start, end] of [
      [0, 0.2],
      [0.4, 0.6],
      [0.8, 1],
    ] as const)
      stroke(pen, [at(start), at(end)], 4, colour, opacity);
    disc(pen, corner, 2, colour, opacity);
  });
}
