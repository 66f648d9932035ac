import type { GameObjects } from 'phaser';
import { dashes, lengthOf, type Point, stations, strand, stretch } from './curve.ts';
import { coreOffsets } from './linkLook.ts';
import { over, type Palette } from './palette.ts';
import { disc, stroke } from './pen.ts';
import type { SceneLink } from './layout.ts';

type Graphics = GameObjects.Graphics;

const NOTCH_EVERY = 70;
const NOTCH_HALF = 8;
const DOT_EVERY = 10;
const GAP_HALF = 16;

/** Draws all links: ghosts at the bottom, then cables, restrictions on top so that none is hidden. */
export function drawLinks(pen: Graphics, links: readonly SceneLink[], palette: Palette): void {
  for (const link of links) if (link.look.ghost > 0.01) drawGhost(pen, link, palette);
  for (const link of links) if (link.look.cable > 0.01) drawCable(pen, link, palette);
  for (const link of links) if (link.look.dash > 0.01) drawRestriction(pen, link, palette);
}

function drawCable(pen: Graphics, { curve, look, tone }: SceneLink, palette: Palette): void {
  const [technical, political, commercial] = coreOffsets(look);
  const shade = (colour: number): number => over(colour, palette.ground, look.tone * tone);
  const side = look.dash > 0.01 ? 4 * look.dash : 0;
  const core = (offset: number, width: number, colour: number): void => {
    if (width > 0.05) stroke(pen, strand(curve, offset + side), width, shade(colour), look.cable);
  };
  core(technical, look.technical, palette.technical);
  core(political, look.political, palette.political);
  core(commercial, look.commercial, palette.commercial);
}

function drawRestriction(pen: Graphics, { curve, look, tone }: SceneLink, palette: Palette): void {
  const line = strand(curve, 0);
  const colour = over(palette.securitize, palette.ground, tone);
  for (const dash of dashes(line, 12, 8)) stroke(pen, dash, 3.4, colour, look.dash);
  for (const at of stations(line, NOTCH_EVERY, firstNotch(lengthOf(line)))) {
    const notch: Point[] = [-NOTCH_HALF, NOTCH_HALF].map((d) => ({
      x: at.x + at.nx * d,
      y: at.y + at.ny * d,
    }));
    stroke(pen, notch, 3, colour, look.dash);
  }
}

/* Notches lie evenly about the middle of the line, clear of both nodes. */
function firstNotch(length: number): number {
  const room = Math.max(0, length - 2 * 45);
  return (length - Math.floor(room / NOTCH_EVERY) * NOTCH_EVERY) / 2;
}

function drawGhost(pen: Graphics, { curve, look, tone }: SceneLink, palette: Palette): void {
  const line = strand(curve, 0);
  const length = lengthOf(line);
  const colour = over(palette.ghost, palette.ground, 0.85 * tone);
  for (const half of [stretch(line, 0, length / 2 - GAP_HALF), stretch(line, length / 2 + GAP_HALF, length)])
    for (const at of stations(half, DOT_EVERY, DOT_EVERY / 2)) disc(pen, at, 1.9, colour, look.ghost);
  for (const at of stations(line, 2 * GAP_HALF, length / 2 - GAP_HALF).slice(0, 2)) {
    const bar = [-10, 10].map((d) => ({ x: at.x + at.nx * d, y: at.y + at.ny * d }));
    stroke(pen, bar, 2.6, colour, look.ghost);
  }
}
