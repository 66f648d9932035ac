import { num } from '../lib/at.ts';
import type { Network } from './network.ts';

/**
 * Algebraic connectivity: the second smallest eigenvalue of the weighted Laplacian, 0 and above. 0 means that the network falls apart;
 * the larger, the more must be cut to divide it. 0 for a single seat. [fiedler-1973]
 */
export function algebraicConnectivity(network: Network): number {
  const values = eigenvaluesOf(network.n, laplacianOf(network)).toSorted();
  return network.n < 2 ? 0 : Math.max(0, num(values, 1));
}

function laplacianOf({ n, ties }: Network): Float64Array {
  const laplacian = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) {
    let degree = 0;
    for (let j = 0; j < n; j += 1) {
      if (i === j) continue;
      const tie = num(ties, i * n + j);
      laplacian[i * n + j] = -tie;
      degree += tie;
    }
    laplacian[i * n + i] = degree;
  }
  return laplacian;
}

/** Sweeps over all pairs; enough for difficult matrices of forty rows. */
const MOST_SWEEPS = 60;
/** What is left beside the diagonal counts as zero, as a share of the diagonal. */
const SETTLED = 1e-15;

/** The eigenvalues of a symmetric matrix by cyclic Jacobi rotations, unsorted. Overwrites the matrix. */
function eigenvaluesOf(n: number, matrix: Float64Array): Float64Array {
  for (let sweep = 0; sweep < MOST_SWEEPS && !isSettled(n, matrix); sweep += 1) {
    for (let p = 0; p < n; p += 1) {
      for (let q = p + 1; q < n; q += 1) rotate(n, matrix, p, q);
    }
  }
  return Float64Array.from({ length: n }, (_, i) => num(matrix, i * n + i));
}

function isSettled(n: number, matrix: Float64Array): boolean {
  let beside = 0;
  let diagonal = 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) {
      const size = Math.abs(num(matrix, i * n + j));
      if (i === j) diagonal += size;
      else beside += size;
    }
  }
  return beside <= SETTLED * diagonal;
}

/** Turns rows and columns p and q so that their common element becomes zero. */
function rotate(n: number, a: Float64Array, p: number, q: number): void {
  const beside = num(a, p * n + q);
  if (beside === 0) return;
  const slope = (num(a, q * n + q) - num(a, p * n + p)) / (2 * beside);
  const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.sqrt(slope * slope + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let k = 0; k < n; k += 1) mix(a, k * n + p, k * n + q, cosine, sine);
  for (let k = 0; k < n; k += 1) mix(a, p * n + k, q * n + k, cosine, sine);
}

function mix(a: Float64Array, first: number, second: number, cosine: number, sine: number): void {
  const x = num(a, first);
  const y = num(a, second);
  a[first] = cosine * x - sine * y;
  a[second] = sine * x + cosine * y;
}
