import { clamp, type Curve, pointOn } from './curve.ts';
import type { Box } from './contours.ts';

/** A link, as the fog needs it. */
export interface FogSource {
  readonly curve: Curve;
  readonly strength: number;
}

/** Density of the fog on a grid, row by row, 0..1. */
export interface FogField {
  readonly box: Box;
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  readonly density: Float32Array;
}

const CELL = 20;
const SPREAD = 62;
const REACH = 2.4 * SPREAD;

/** The lost share of a link: nothing from strength 0.44 up, all of it at 0.14. */
const lossOf = (strength: number): number => clamp((0.44 - strength) / 0.3, 0, 1);

/**
 * The fog shows lost connectivity: around each place the mean loss of the links that pass near it, near ones weighted more. `most`
 * is the greatest allowed density, 0..1. Without links nearby there is no fog: it never covers empty sea.
 */
export function fogField(sources: readonly FogSource[], box: Box, most: number): FogField {
  const columns = Math.max(1, Math.ceil((box.right - box.left) / CELL));
  const rows = Math.max(1, Math.ceil((box.bottom - box.top) / CELL));
  const weight = new Float32Array(columns * rows);
  const lost = new Float32Array(columns * rows);
  for (const { curve, strength } of sources) {
    const loss = lossOf(strength);
    const points = 7;
    for (let i = 1; i < points; i += 1) {
      const at = pointOn(curve, i / points);
      splat(at.x - box.left, at.y - box.top);
      function splat(x: number, y: number): void {
        const firstRow = Math.max(0, Math.floor((y - REACH) / CELL));
        const lastRow = Math.min(rows - 1, Math.floor((y + REACH) / CELL));
        const firstColumn = Math.max(0, Math.floor((x - REACH) / CELL));
        const lastColumn = Math.min(columns - 1, Math.floor((x + REACH) / CELL));
        for (let row = firstRow; row <= lastRow; row += 1)
          for (let column = firstColumn; column <= lastColumn; column += 1) {
            const dx = (column + 0.5) * CELL - x;
            const dy = ((row + 0.5) * CELL - y) * 1.35;
            const near = Math.exp(-(dx * dx + dy * dy) / (2 * SPREAD * SPREAD));
            const index = row * columns + column;
            weight[index] = (weight[index] ?? 0) + near;
            lost[index] = (lost[index] ?? 0) + near * loss;
          }
      }
    }
  }
  const density = weight.map((sum, index) => {
    const mean = (lost[index] ?? 0) / (sum + 0.9);
    const share = clamp((mean - 0.1) / 0.5, 0, 1);
    return most * share * share * (3 - 2 * share);
  });
  return { box, cell: CELL, columns, rows, density };
}

/** Density at a place of the sheet, between the cells; 0 outside the field. */
export function fogAt(field: FogField, x: number, y: number): number {
  const column = (x - field.box.left) / field.cell - 0.5;
  const row = (y - field.box.top) / field.cell - 0.5;
  const i = Math.floor(column);
  const j = Math.floor(row);
  const at = (ci: number, rj: number): number =>
    ci < 0 || rj < 0 || ci >= field.columns || rj >= field.rows
      ? 0
      : (field.density[rj * field.columns + ci] ?? 0);
  const u = column - i;
  const v = row - j;
  const above = at(i, j) * (1 - u) + at(i + 1, j) * u;
  const below = at(i, j + 1) * (1 - u) + at(i + 1, j + 1) * u;
  return above * (1 - v) + below * v;
}
