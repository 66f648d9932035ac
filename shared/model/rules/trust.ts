import { int, num } from '../../lib/at.ts';
import { heading, note } from './book.ts';
import type { Pass } from './pass.ts';
import { baseOf, COMPETITION, INSTITUTIONS } from './cells.ts';

/** Lowest trust: distrust is never complete. [model D.1] */
export const LEAST_TRUST = 0.01;
/** Highest trust: trust is never complete. [model D.1] */
export const MOST_TRUST = 0.99;

/** How much slower trust recovers by itself than it erodes. */
const RECOVERY = 0.6;

/**
 * Applies what a pass did to trust: gains close part of the distance to full trust; losses take part of the trust there is and
 * weigh more; then trust drifts to the value that distance, threat and institutions allow. [cai-zhang §2.2] [slovic-1993]
 * [josang-ismail-2002] [model D.3 step 14]
 */
export function updateTrust(pass: Pass): void {
  const { n, workspace } = pass;
  measureDrift(pass, workspace.drifts);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) if (i !== j) updatePair(pass, i * n + j);
  }
  scaleClaims(pass);
  const drifted = heading(pass.book, 'drift', 'trust');
  for (let pair = 0; pair < n * n; pair++) note(pass.book, drifted, pair, num(workspace.drifts, pair));
}

/** Applies the trust changes of one pair and leaves in the sums what share of each claim took effect. */
function updatePair({ p, gains, losses, standing, trust0, workspace }: Pass, pair: number): void {
  const old = num(trust0, pair);
  const gain = num(gains, pair);
  const loss = num(losses, pair);
  const drift = num(workspace.drifts, pair);
  let up = gain > p.capGain ? ((1 - old) * p.capGain) / gain : 1 - old;
  let down = loss > p.capLoss ? (old * p.capLoss) / loss : old;
  let trust = old + up * gain - down * loss + drift;
  if (trust > MOST_TRUST) {
    const share = (MOST_TRUST - old + down * loss - Math.min(0, drift)) / (up * gain + Math.max(0, drift));
    up *= share;
    if (drift > 0) workspace.drifts[pair] = drift * share;
    trust = MOST_TRUST;
  } else if (trust < LEAST_TRUST) {
    const share = (old - LEAST_TRUST + up * gain + Math.max(0, drift)) / (down * loss - Math.min(0, drift));
    down *= share;
    if (drift < 0) workspace.drifts[pair] = drift * share;
    trust = LEAST_TRUST;
  }
  standing.trust[pair] = trust;
  gains[pair] = up;
  losses[pair] = down;
}

/** Scales the raw notes of gains and losses to what they really changed: the sums hold the share of each pair. */
function scaleClaims({ n, book, gains, losses }: Pass): void {
  const { cell, amount } = book;
  const base = baseOf('trust', n);
  for (let k = book.from; k < book.count; k++) {
    const pair = int(cell, k) - base;
    if (pair < 0 || pair >= n * n) continue;
    const claimed = num(amount, k);
    amount[k] = claimed * num(claimed > 0 ? gains : losses, pair);
  }
}

/** How far trust is pulled to its resting value. */
function measureDrift(pass: Pass, drifts: Float64Array): void {
  const { n, p, standing, development0, before, trust0, damp } = pass;
  const { position } = standing.profiles;
  const estrangement = (p.T0dist * num(standing.dials, COMPETITION)) / 2;
  const rest = p.T0base + p.T0I * (num(standing.dials, INSTITUTIONS) - 0.5);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const pair = i * n + j;
      const apart = num(position, i) - num(position, j);
      const gap = num(development0, i) - num(development0, j);
      const feared =
        rest -
        estrangement * (apart < 0 ? -apart : apart) -
        p.T0threat * num(before.threatBy, pair) -
        p.T0gap * (gap < 0 ? -gap : gap);
      const drift = p.relax * (Math.max(0.05, Math.min(0.95, feared)) - num(trust0, pair));
      drifts[pair] = drift > 0 ? drift * RECOVERY * damp : drift;
    }
    drifts[i * n + i] = 0;
  }
}
