import { int, num } from '../../lib/at.ts';
import { NO_INDEX } from './book.ts';
import { COMPETITION, OPACITY, REGIME } from './cells.ts';
import type { Standing } from './standing.ts';

/** The opacity that remains where a common regime makes conduct visible. [cai-zhang §2.3] */
export function effectiveOpacity({ p, dials }: Standing): number {
  return num(dials, OPACITY) * (1 - p.omegaU * num(dials, REGIME));
}

/**
 * Threat that each state feels from each other: the other's capability, times distrust, higher under rivalry, across a camp
 * boundary and from a state that restricts me; opacity makes defence look like offence. [cai-zhang §2.2] [walt-1987] [jervis-1978]
 */
export function feelThreatsBy(standing: Standing, boundary: Float64Array, threatBy: Float64Array): void {
  const { n, p, profiles, dials, trust, restriction, force, defence } = standing;
  const opacity = effectiveOpacity(standing);
  const rivalry = (p.kThreatBase + p.kThreat * num(dials, COMPETITION)) * (1 - p.thU * num(dials, REGIME));
  for (let j = 0; j < n; j++) {
    const harm =
      p.aBase +
      p.aCap * num(profiles.capability, j) +
      p.aOff * num(force, j) +
      p.aHard * opacity * num(defence, j);
    for (let i = 0; i < n; i++) {
      if (i === j) continue;
      const pair = i * n + j;
      const exposed = 1 + p.thSep * num(boundary, pair) + p.thM * num(restriction, j * n + i);
      threatBy[pair] = Math.min(1, (1 - num(trust, pair)) * harm * rivalry * exposed);
    }
  }
}

/**
 * Threat that each state feels in total: the weighted mean over the others, lowered by the own camp, plus the shock of incidents.
 * [model D.4]
 */
export function feelThreats(
  { n, p, profiles, shock, bonds }: Standing,
  threatBy: Float64Array,
  camp: Int32Array,
  campShare: Float64Array,
  threat: Float64Array,
): void {
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += num(profiles.weight, j) * num(threatBy, i * n + j);
    let mean = sum / (n - num(profiles.weight, i));
    const own = int(camp, i);
    if (own !== NO_INDEX) {
      const cover = Math.min(1, 2 * num(campShare, i)) * (0.5 + 0.5 * num(bonds, own));
      mean *= 1 - p.allyRelief * cover;
    }
    threat[i] = Math.min(1, mean + num(shock, i));
  }
}
