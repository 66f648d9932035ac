import { at, num } from '../../lib/at.ts';
import { REGIME } from './cells.ts';
import type { Standing } from './standing.ts';

/**
 * How far rules are made in separate circles, each part 0..1; `fragmentation` is their mean, lower under a universal regime.
 * [model D.4]
 */
export interface Treaties {
  readonly fragmentation: number;
  readonly parallel: number;
  readonly selective: number;
  readonly low: number;
}

const NO_TREATIES: Treaties = { fragmentation: 0, parallel: 0, selective: 0, low: 0 };

/**
 * Parallel treaties, selective participation and low participation: the three forms in which mechanisms fragment. Coordinated
 * groups of one field count as one treaty. [cai-zhang §1.3] [hof-2009]
 */
export function treatiesOf(standing: Standing): Treaties {
  const treaties = membersByTreaty(standing);
  const count = treaties.length;
  if (count === 0) return NO_TREATIES;
  const parallel = 1 - 1 / (1 + 0.6 * (count - 1));
  let largest = 0;
  for (const members of treaties) largest = Math.max(largest, participation(standing, members));
  const low = 1 - largest;
  let selective = 0;
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) selective += 1 - overlap(at(treaties, a), at(treaties, b));
  }
  if (count > 1) selective /= (count * (count - 1)) / 2;
  const fragmentation = ((parallel + low + selective) / 3) * (1 - num(standing.dials, REGIME));
  return { fragmentation, parallel, selective, low };
}

/** A seat is in only one group of a field, so coordinated groups share no members. */
function membersByTreaty({ blocs }: Standing): (readonly number[])[] {
  const treaties: (readonly number[])[] = [];
  const common: number[][] = [[], [], []];
  for (const { record } of blocs) {
    if (record.members.length < 2) continue;
    if (record.kind === 'functional' && record.coordinated) {
      at(common, record.field).push(...record.members);
    } else treaties.push(record.members);
  }
  for (const members of common) if (members.length > 0) treaties.push(members);
  return treaties;
}

function participation({ n, profiles }: Standing, members: readonly number[]): number {
  let weight = 0;
  for (const member of members) weight += num(profiles.weight, member);
  return weight / n;
}

function overlap(a: readonly number[], b: readonly number[]): number {
  let both = 0;
  for (const member of a) if (b.includes(member)) both += 1;
  return both / (a.length + b.length - both);
}
