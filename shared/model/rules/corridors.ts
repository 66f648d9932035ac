import { num } from '../../lib/at.ts';
import { heading } from './book.ts';
import type { Pass } from './pass.ts';
import { change } from './pass.ts';

/**
 * Share of a technical barrier above its resting value that one round of a kept corridor removes. Our assumption. [decision 0007]
 */
const EASE = 0.05;

/** A data corridor that was kept lowers technical barriers: once a round, never below the resting value. */
export function easeCorridors(pass: Pass, corridors: readonly (readonly [number, number])[]): void {
  if (corridors.length === 0) return;
  const { n, p, standing } = pass;
  const kept = heading(pass.book, 'corridorKept', 'barrier');
  for (const [a, b] of corridors) {
    const pair = Math.min(a, b) * n + Math.max(a, b);
    const above = num(standing.barrier, pair) - p.tau0;
    if (above > 0) change(pass, kept, pair, -EASE * above);
  }
}
