import type { Point } from './curve.ts';

/** A rectangle of the sheet. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/* Corners inside as bits (top left 8, top right 4, bottom right 2, bottom left 1) to ways through the cell, from edge
   to edge (0 top, 1 right, 2 bottom, 3 left), always with the inside on the right hand. */
const WAYS: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[3, 2]],
  [[2, 1]],
  [[3, 1]],
  [[1, 0]],
  [
    [3, 2],
    [1, 0],
  ],
  [[2, 0]],
  [[3, 0]],
  [[0, 3]],
  [[0, 2]],
  [
    [0, 3],
    [2, 1],
  ],
  [[0, 1]],
  [[1, 3]],
  [[1, 2]],
  [[2, 3]],
  [],
];

/** The lines where a field crosses zero, as closed loops (marching squares). The field must be below zero at the edge. */
export function contours(field: (x: number, y: number) => number, box: Box, step: number): Point[][] {
  const columns = Math.ceil((box.right - box.left) / step);
  const rows = Math.ceil((box.bottom - box.top) / step);
  const width = columns + 1;
  const values = new Float64Array(width * (rows + 1));
  for (let j = 0; j <= rows; j += 1)
    for (let i = 0; i <= columns; i += 1)
      values[j * width + i] = field(box.left + i * step, box.top + j * step);
  const at = (i: number, j: number): number => values[j * width + i] ?? -1;
  const next = new Map<number, number>();
  for (let j = 0; j < rows; j += 1)
    for (let i = 0; i < columns; i += 1) {
      const bits =
        Number(at(i, j) > 0) * 8 +
        Number(at(i + 1, j) > 0) * 4 +
        Number(at(i + 1, j + 1) > 0) * 2 +
        Number(at(i, j + 1) > 0);
      for (const [from, to] of WAYS[bits] ?? []) next.set(edgeOf(from, i, j, width), edgeOf(to, i, j, width));
    }
  const place = (edge: number): Point => {
    const corner = edge >> 1;
    const i = corner % width;
    const j = Math.floor(corner / width);
    const isUpright = (edge & 1) === 1;
    const here = at(i, j);
    const there = isUpright ? at(i, j + 1) : at(i + 1, j);
    const share = here / (here - there || 1);
    const x = box.left + (i + (isUpright ? 0 : share)) * step;
    return { x, y: box.top + (j + (isUpright ? share : 0)) * step };
  };
  return loopsOf(next).map((loop) => loop.map(place));
}

/* Edges are numbered by their first corner, doubled, plus one when they stand upright. */
function edgeOf(side: number, i: number, j: number, width: number): number {
  if (side === 0) return (j * width + i) * 2;
  if (side === 1) return (j * width + i + 1) * 2 + 1;
  if (side === 2) return ((j + 1) * width + i) * 2;
  return (j * width + i) * 2 + 1;
}

function loopsOf(next: Map<number, number>): number[][] {
  const loops: number[][] = [];
  for (const start of next.keys()) {
    const loop: number[] = [];
    let edge: number | undefined = start;
    while (edge !== undefined && next.has(edge)) {
      loop.push(edge);
      const following: number | undefined = next.get(edge);
      next.delete(edge);
      edge = following;
    }
    if (loop.length > 2) loops.push(loop);
  }
  return loops;
}
