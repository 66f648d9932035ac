import { at, num } from '../lib/at.ts';
import type { Network } from './network.ts';

/**
 * E-I index of the groups of a network, −1..1: (external − internal) / (external + internal), where internal is the strength of all
 * ties within a group and external that of all ties of members with anybody else. −1 is all inward, 1 all outward. `groups` names
 * each seat's group, null for a seat in none. Null if no seat is in a group or members have no ties. [krackhardt-stern-1988]
 */
export function externalInternal({ n, ties }: Network, groups: readonly (number | null)[]): number | null {
  let external = 0;
  let internal = 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) {
      const mine = at(groups, i);
      const theirs = at(groups, j);
      const tie = num(ties, i * n + j);
      if (mine !== null && mine === theirs) internal += tie;
      else if (mine !== null || theirs !== null) external += tie;
    }
  }
  return external + internal > 0 ? (external - internal) / (external + internal) : null;
}
