import { num } from '../../lib/at.ts';
import { heading } from './book.ts';
import type { Pass } from './pass.ts';
import { change } from './pass.ts';

/** Share of a technical barrier above its resting value that one round of a kept corridor takes away. Ours. [decision 0007] */
const EASE = 0.05;

/** Where data may flow under an agreement that was kept, systems grow together a little: once a round, never below rest. */
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
