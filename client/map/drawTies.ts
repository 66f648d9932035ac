import type { GameObjects } from 'phaser';
import { lengthOf, stations, strand, stretch } from './curve.ts';
import { over, type Palette } from './palette.ts';
import { circle, disc, stroke } from './pen.ts';
import type { SceneTie } from './layout.ts';

type Graphics = GameObjects.Graphics;

/** How far beside its cable the line runs. */
const BESIDE = 11;
const SEAL = 5;
/** Space left to the nodes at both ends. */
const CLEAR = 26;
const DOT_EVERY = 7;

/** Draws agreements: a thin line beside the cable with an open seal in its middle; dotted if it is secret. */
export function drawTies(pen: Graphics, ties: readonly SceneTie[], palette: Palette): void {
  for (const tie of ties) if (tie.presence > 0.01) drawTie(pen, tie, palette);
}

function drawTie(pen: Graphics, { curve, secret, tone, presence }: SceneTie, palette: Palette): void {
  const line = strand(curve, BESIDE, 8);
  const length = lengthOf(line);
  const middle = length / 2;
  const colour = over(palette.light, palette.ground, 0.9 * tone);
  for (const half of [stretch(line, CLEAR, middle - SEAL), stretch(line, middle + SEAL, length - CLEAR)]) {
    if (!secret) stroke(pen, half, 1.8, colour, presence);
    else for (const at of stations(half, DOT_EVERY, DOT_EVERY / 2)) disc(pen, at, 1.3, colour, presence);
  }
  const [seal] = stations(line, length, middle);
  if (seal) circle(pen, seal, SEAL, 2, colour, presence);
}
