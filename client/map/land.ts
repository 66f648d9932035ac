import type { Box } from './contours.ts';
import type { Point } from './curve.ts';
import { terrain } from './noise.ts';

/** Dots of the land on a hexagonal grid: x, y, x, y… in sheet units. */
export interface LandDots {
  readonly inner: readonly number[];
  /** Dots at the coast, drawn smaller and paler. */
  readonly coast: readonly number[];
}

const COLUMN = 14;
const ROW = 12.124;
const SHORE = 0.66;

/**
 * A dotted archipelago that resembles no real world: noise, raised around the given places so that every state is on land, and
 * sinking into the sea away from them. Equal places give equal land.
 */
export function landDots(places: readonly Point[], box: Box): LandDots {
  const firstRow = Math.floor(box.top / ROW) - 1;
  const lastRow = Math.ceil(box.bottom / ROW) + 1;
  const firstColumn = Math.floor(box.left / COLUMN) - 1;
  const columns = Math.ceil((box.right - box.left) / COLUMN) + 3;
  const isLand = new Uint8Array(columns * (lastRow - firstRow + 1));
  const xOf = (row: number, column: number): number => (firstColumn + column + (row & 1) / 2) * COLUMN;
  for (let row = firstRow; row <= lastRow; row += 1)
    for (let column = 0; column < columns; column += 1)
      isLand[(row - firstRow) * columns + column] = Number(
        height(xOf(row, column), row * ROW, places) > SHORE,
      );
  const inner: number[] = [];
  const coast: number[] = [];
  const has = (row: number, column: number): boolean =>
    column >= 0 && column < columns && isLand[(row - firstRow) * columns + column] === 1;
  for (let row = firstRow + 1; row < lastRow; row += 1)
    for (let column = 1; column < columns - 1; column += 1) {
      if (!has(row, column)) continue;
      const side = column - 1 + (row & 1);
      const ring = [has(row, column - 1), has(row, column + 1), has(row - 1, side), has(row - 1, side + 1)];
      const isInner = ring.every(Boolean) && has(row + 1, side) && has(row + 1, side + 1);
      (isInner ? inner : coast).push(xOf(row, column), row * ROW);
    }
  return { inner, coast };
}

function height(x: number, y: number, places: readonly Point[]): number {
  let near = 0;
  for (const place of places) {
    const dx = (x - place.x) / 125;
    const dy = (y - place.y) / 95;
    const square = dx * dx + dy * dy;
    if (square < 12) near = Math.max(near, Math.exp(-square / 2));
  }
  const outside = Math.max(0, Math.abs(x - 690) - 700, (Math.abs(y - 400) - 400) * 1.2);
  return terrain(x / 165, y / 140) + near * 0.3 - Math.min(0.6, outside / 700);
}
