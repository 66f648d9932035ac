/** A number 0..1 that depends only on two whole numbers: the grain of land and fog, the same on every machine. */
export function grain(x: number, y: number): number {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ 0x5bd1e995;
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  h ^= h >>> 16;
  return (h >>> 0) / 4294967296;
}

/** Smooth noise 0..1 with hills about one unit wide. */
function hills(x: number, y: number): number {
  const i = Math.floor(x);
  const j = Math.floor(y);
  const u = ease(x - i);
  const v = ease(y - j);
  const above = grain(i, j) * (1 - u) + grain(i + 1, j) * u;
  const below = grain(i, j + 1) * (1 - u) + grain(i + 1, j + 1) * u;
  return above * (1 - v) + below * v;
}

/** Noise with detail: three octaves of hills, 0..1, mean one half. */
export const terrain = (x: number, y: number): number =>
  hills(x, y) * 0.56 + hills(x * 2.1 + 17, y * 2.1 + 5) * 0.29 + hills(x * 4.3 + 41, y * 4.3 + 23) * 0.15;

const ease = (t: number): number => t * t * (3 - 2 * t);
