import { int, num } from '../../lib/at.ts';
import { NO_INDEX } from './book.ts';
import type { Profiles } from './profiles.ts';
import type { Standing } from './standing.ts';

/**
 * s: depth of the camp boundary between two seats: none within a camp or if both are outside, half if only one belongs to a camp.
 * [model D.3 step 9]
 */
export function drawBoundaries({ n, bonds }: Standing, camp: Int32Array, boundary: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const mine = int(camp, i);
    for (let j = i + 1; j < n; j++) {
      const theirs = int(camp, j);
      const depth = mine === theirs ? 0 : depthBetween(bonds, mine, theirs);
      boundary[i * n + j] = depth;
      boundary[j * n + i] = depth;
    }
  }
}

function depthBetween(bonds: Float64Array, mine: number, theirs: number): number {
  if (mine !== NO_INDEX && theirs !== NO_INDEX) return Math.max(num(bonds, mine), num(bonds, theirs));
  return 0.5 * num(bonds, mine === NO_INDEX ? theirs : mine);
}

/** What a mean over pairs needs of a table. */
interface PairWeights {
  readonly n: number;
  readonly profiles: Pick<Profiles, 'weight' | 'pairWeight'>;
}

/** Mean over ordered pairs of different seats, weighted by both. */
export function pairMean({ n, profiles: { weight, pairWeight } }: PairWeights, values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    let row = 0;
    for (let j = 0; j < n; j++) row += num(weight, j) * num(values, i * n + j);
    sum += num(weight, i) * row;
  }
  return sum / pairWeight;
}
