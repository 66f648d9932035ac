import { int, num } from '../../lib/at.ts';
import { NO_INDEX } from './book.ts';
import type { Pass } from './pass.ts';
import { REGIME } from './cells.ts';
import type { Standing } from './standing.ts';

/**
 * Share of an incident that gets through: defence, localization, functional groups, camps and the regime each hold back a part.
 * Groups help most where there is no general regime. [cai-zhang §1.1, §1.2] [model D.4]
 */
export function protection(pass: Pass, campShare: number, cover: number, i: number): number {
  const { p, standing } = pass;
  const { defence, localization, dials, bonds } = standing;
  const regime = num(dials, REGIME);
  const camp = int(pass.camp, i);
  const inCamp = camp === NO_INDEX ? 0 : Math.min(1, 2 * campShare) * (0.4 + 0.6 * num(bonds, camp));
  return (
    (1 - p.pD * num(defence, i)) *
    (1 - p.pL * num(localization, i)) *
    (1 - p.pFunc * cover * (1 - 0.6 * regime)) *
    (1 - p.pPurp * inCamp) *
    (1 - p.pU * regime)
  );
}

/**
 * Writes how well functional groups cover each state, 0..1.4: one group with other members in each field, the larger the better.
 */
export function measureCover(standing: Standing, cover: Float64Array): void {
  cover.fill(0);
  for (const { record } of standing.blocs) {
    if (record.kind !== 'functional' || record.members.length < 2) continue;
    const share = record.coordinated
      ? commonShare(standing, record.field)
      : weightShare(standing, record.members);
    const covered = 0.35 + 0.65 * Math.min(1, share);
    for (const member of record.members) cover[member] = Math.min(MOST_COVER, num(cover, member) + covered);
  }
}

const MOST_COVER = 1.4;

function weightShare({ n, profiles }: Standing, members: readonly number[]): number {
  let weight = 0;
  for (const member of members) weight += num(profiles.weight, member);
  return weight / n;
}

/** Coordinated groups of one field cover as one. */
function commonShare(standing: Standing, field: number): number {
  let share = 0;
  for (const { record } of standing.blocs) {
    if (record.kind !== 'functional' || record.field !== field || !record.coordinated) continue;
    share += weightShare(standing, record.members);
  }
  return share;
}
