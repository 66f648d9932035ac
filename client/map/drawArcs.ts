import type { GameObjects } from 'phaser';
import { dashes, lengthOf, type Point, strand, stretch } from './curve.ts';
import type { Palette } from './palette.ts';
import { circle, disc, onCircle, polygon, stroke } from './pen.ts';
import type { SceneArc } from './layout.ts';

type Graphics = GameObjects.Graphics;

/** Draws the arcs of the reveal, as far as they have come: the stroke and the head of their family. */
export function drawArcs(pen: Graphics, arcs: readonly SceneArc[], palette: Palette): void {
  for (const arc of arcs) {
    const offset = arc.family === 'securitize' ? 12 : 5;
    const whole = strand(arc.curve, offset, 8);
    const start = arc.startRadius + 6;
    const end = Math.max(start, lengthOf(whole) - arc.endRadius - 14);
    const line = stretch(whole, start, start + (end - start) * arc.reached);
    const head = line.at(-1);
    if (!head) continue;
    if (arc.family === 'cooperate') drawSolid(pen, line, head, palette);
    else if (arc.family === 'blocs') drawDouble(pen, line, head, palette);
    else drawDashed(pen, line, head, palette);
  }
}

function drawSolid(pen: Graphics, line: readonly Point[], head: Point, palette: Palette): void {
  const tail = line[0];
  stroke(pen, line, 7, palette.cooperate);
  if (tail) disc(pen, tail, 3.5, palette.cooperate);
  disc(pen, head, 9, palette.cooperate);
}

function drawDouble(pen: Graphics, line: readonly Point[], head: Point, palette: Palette): void {
  stroke(pen, line, 8, palette.blocs);
  stroke(pen, line, 3, palette.ground);
  disc(pen, head, 11, palette.ground);
  circle(pen, head, 9, 3, palette.blocs);
  disc(pen, head, 4, palette.blocs);
}

function drawDashed(pen: Graphics, line: readonly Point[], head: Point, palette: Palette): void {
  for (const dash of dashes(line, 16, 9)) stroke(pen, dash, 6, palette.securitize);
  polygon(
    pen,
    [0, 0.25, 0.5, 0.75].map((turn) => onCircle(head, 11, turn)),
    palette.securitize,
  );
}
