import { at, int, num } from '../../lib/at.ts';
import { NO_INDEX } from './book.ts';
import { COMPETITION, INSTITUTIONS, REGIME } from './cells.ts';
import { engages, type Move } from './moves.ts';
import type { Pass } from './pass.ts';
import type { Perception } from './perception.ts';
import { measureCover, protection } from './protection.ts';
import type { Purse } from './purse.ts';

/**
 * What a pass pays each state: exchange along open paths, a common good, dividends of cooperation; rents of closure, which need
 * the openness of others; a club's gain; minus damage and incidents. [cai-zhang §2.3, §3] [nordhaus-2015] [model D.4]
 */
export function payOut(pass: Pass, after: Aftermath, engagedBefore: readonly number[], purse: Purse): void {
  const { n, p, standing } = pass;
  const { dials, profiles } = standing;
  const menace = worldForce(pass);
  const cover = pass.workspace.cover;
  measureCover(standing, cover);
  for (let i = 0; i < n; i++) {
    add(purse.exchange, i, exchangeOf(pass, after, i));
    add(purse.common, i, p.vU * num(dials, REGIME));
    payDividend(pass, i, engagedBefore, purse);
    add(purse.rent, i, rentOf(pass, after, i));
    add(purse.club, i, clubOf(pass, after, i));
    const threat = 0.5 * num(after.seen.threat, i) + 0.5 * menace;
    const incidents = p.h * num(profiles.exposure, i) * (p.hBase + p.hThreat * threat);
    add(purse.loss, i, incidents * protection(pass, num(after.seen.campShare, i), num(cover, i), i));
    const others = n - num(profiles.weight, i);
    for (let j = 0; j < n; j++) {
      const held = num(standing.restriction, j * n + i);
      if (held !== 0) add(purse.damageBy, i * n + j, (p.zM * num(profiles.weight, j) * held) / others);
    }
  }
}

/** The world after a pass, as far as payoffs read it. */
interface Aftermath {
  readonly seen: Perception;
  readonly path: Float64Array;
  /** Efficiency as a share of what it would be without barriers, 0..1. */
  readonly openness: number;
}

function add(sums: Float64Array, index: number, amount: number): void {
  sums[index] = num(sums, index) + amount;
}

function worldForce({ n, standing }: Pass): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += num(standing.profiles.weight, i) * num(standing.force, i);
  return sum / n;
}

/** Mutual trust of two states. */
function mutualTrust({ n, standing }: Pass, i: number, j: number): number {
  return (num(standing.trust, i * n + j) + num(standing.trust, j * n + i)) / 2;
}

function exchangeOf({ n, standing }: Pass, { path }: Aftermath, i: number): number {
  const { weight, dependence } = standing.profiles;
  const { trust } = standing;
  let sum = 0;
  for (let j = 0; j < n; j++) {
    if (j === i) continue;
    const mutual = (num(trust, i * n + j) + num(trust, j * n + i)) / 2;
    sum += num(weight, j) * num(path, i * n + j) * (0.55 + 0.45 * mutual);
  }
  return (num(dependence, i) * sum) / (n - num(weight, i));
}

/** Rents need the open commons: they vanish when everyone closes. */
function rentOf({ n, p, standing }: Pass, { openness }: Aftermath, i: number): number {
  const { profiles, restriction, localization, force, dials } = standing;
  let restricting = 0;
  for (let j = 0; j < n; j++) restricting += num(profiles.weight, j) * num(restriction, i * n + j);
  restricting /= n - num(profiles.weight, i);
  const market = num(profiles.market, i) * (p.rL * num(localization, i) + p.rM * restricting);
  const might = p.rO * num(profiles.capability, i) * num(force, i);
  return openness * (0.6 + 0.8 * num(dials, COMPETITION)) * (market + might) - p.upO * num(force, i);
}

function clubOf(pass: Pass, { seen }: Aftermath, i: number): number {
  const { p, standing } = pass;
  const camp = int(pass.camp, i);
  if (camp === NO_INDEX) return 0;
  const size = Math.min(1, 2 * num(seen.campShare, i));
  const depth = 0.5 + 0.5 * num(standing.bonds, camp);
  return p.rP * size * depth * (0.5 + num(standing.dials, COMPETITION));
}

function payDividend(pass: Pass, i: number, engagedBefore: readonly number[], purse: Purse): void {
  const { n, p, standing, moves } = pass;
  const move = at(moves, i);
  const lock = pass.damp < 1 ? p.dividendDamp : 1;
  const alone = loneDividend(pass, move);
  if (alone !== 0) add(purse.dividend, i, lock * alone);
  if (move.action !== 'dialogue' && move.action !== 'build-capacity') return;
  const institutions = 0.5 + 0.5 * num(standing.dials, INSTITUTIONS);
  for (const j of move.targets) {
    if (!engages(moves, j, i)) continue;
    const again = at(engagedBefore, i * n + j) > 0 ? p.dRepeat : 1;
    const paid = (p.dRec / pass.mostTargets) * mutualTrust(pass, i, j) * institutions * again;
    add(purse.dividendWith, i * n + j, lock * paid);
  }
}

function loneDividend({ p, amp, shares }: Pass, { action }: Move): number {
  if (action === 'commit') return p.dCom * Math.min(1, shares.participation / 0.5) * amp;
  if (action === 'open-standards') return p.dTech * shares.opening;
  if (action === 'build-capacity') return p.dCap;
  return action === 'bridge' ? p.dBridge : 0;
}
