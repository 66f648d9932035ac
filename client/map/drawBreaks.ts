import type { GameObjects } from 'phaser';
import { type Curve, dashes, lengthOf, pointOn, strand, stretch } from './curve.ts';
import { grain } from './noise.ts';
import type { Palette } from './palette.ts';
import { circle, onCircle, stroke } from './pen.ts';

/** How long a link takes to break, in milliseconds. */
export const BREAK_MS = 600;

const SHARDS = 8;
/** The stubs begin outside the nodes. */
const FOOT = 30;

/** Draws links that are breaking, at `share` of the animation: two stubs draw back, eight shards fly, one ring opens. */
export function drawBreaks(
  pen: GameObjects.Graphics,
  curves: readonly Curve[],
  share: number,
  palette: Palette,
): void {
  if (share <= 0 || share >= 1) return;
  const fade = share < 0.55 ? 1 : (1 - share) / 0.45;
  const flight = 1 - (1 - share) ** 2;
  for (const curve of curves) {
    const line = strand(curve, 0);
    const length = lengthOf(line);
    const stub = (length / 2) * (1 - 0.18 - 0.6 * flight * flight);
    for (const half of [stretch(line, FOOT, stub), stretch(line, length - stub, length - FOOT)])
      for (const dash of dashes(half, 16, 9)) stroke(pen, dash, 6, palette.securitize, fade);
    const middle = pointOn(curve, 0.5);
    for (let i = 0; i < SHARDS; i += 1) {
      const turn = (i + 0.6 * grain(i, 3)) / SHARDS;
      const reach = 10 + flight * (26 + 26 * grain(i, 7));
      const spin = turn + 0.012 * (grain(i, 11) - 0.5) * 10;
      const shard = [onCircle(middle, reach, turn), onCircle(middle, reach + 16, spin)];
      stroke(pen, shard, 4, palette.securitize, fade);
    }
    circle(pen, middle, 14 + 44 * flight, 2, palette.securitize, 0.45 * fade);
  }
}
