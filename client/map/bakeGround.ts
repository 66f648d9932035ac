import type { Box } from './contours.ts';
import type { Point } from './curve.ts';
import { type LandDots, landDots } from './land.ts';
import { css, type Palette } from './palette.ts';

/** Paints the sea, the bent graticule and, on the sheet, the dotted land. */
export function bakeGround(
  context: CanvasRenderingContext2D,
  box: Box,
  land: readonly Point[] | null,
  palette: Palette,
): void {
  context.fillStyle = css(palette.ground);
  context.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  bakeGraticule(context, box, palette);
  if (land) bakeLand(context, landWithin(land, box), palette);
}

function bakeGraticule(context: CanvasRenderingContext2D, box: Box, palette: Palette): void {
  const tall = Math.max(1140, (box.bottom - box.top) * 1.1);
  const top = Math.min(-60, box.top - 60);
  context.beginPath();
  for (let k = -14; k <= 16; k += 1) {
    const x = 558 + 138.6 * k;
    context.moveTo(x, top);
    context.quadraticCurveTo(x + (690 - x) * 0.173, top + tall / 2, x, top + tall);
  }
  for (let k = -6; k <= 12; k += 1) {
    const y = -62 + 136.4 * k;
    context.moveTo(-1300, y);
    context.quadraticCurveTo(690, y + (400 - y) * 0.182, 2680, y);
  }
  context.strokeStyle = css(palette.graticule);
  context.lineWidth = 1.5;
  context.stroke();
}

let lastLand: { places: string; box: Box; dots: LandDots } | null = null;

/* The land of one sheet is made once and kept until a larger part of it is looked at. */
function landWithin(places: readonly Point[], box: Box): LandDots {
  const key = places.map((place) => `${place.x},${place.y}`).join(' ');
  const kept = lastLand?.box;
  const isKept =
    kept &&
    kept.left <= box.left &&
    kept.top <= box.top &&
    kept.right >= box.right &&
    kept.bottom >= box.bottom;
  if (lastLand && lastLand.places === key && isKept) return lastLand.dots;
  const whole = {
    left: Math.min(-700, box.left),
    top: Math.min(-500, box.top),
    right: Math.max(2080, box.right),
    bottom: Math.max(1300, box.bottom),
  };
  lastLand = { places: key, box: whole, dots: landDots(places, whole) };
  return lastLand.dots;
}

function bakeLand(context: CanvasRenderingContext2D, dots: LandDots, palette: Palette): void {
  bakeDots(context, dots.coast, 2.4, css(palette.coast));
  bakeDots(context, dots.inner, 3.1, css(palette.land));
}

function bakeDots(
  context: CanvasRenderingContext2D,
  dots: readonly number[],
  radius: number,
  style: string,
): void {
  context.beginPath();
  for (let i = 0; i + 1 < dots.length; i += 2) {
    const x = dots[i] ?? 0;
    const y = dots[i + 1] ?? 0;
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
  }
  context.fillStyle = style;
  context.fill();
}
