import { num } from '../../lib/at.ts';
import type { Quantity } from '../ledger.ts';
import type { Reason } from '../reasons.ts';
import type { WorldEventId } from '../world.ts';
import { heading } from './book.ts';
import { MOST_BARRIER } from './fragmentation.ts';
import type { Pass } from './pass.ts';
import { change, changeWithin, lose } from './pass.ts';

/** What each event of the world does. Shocks are for a seat of no exposure; full exposure doubles them. [model D.5] */
const effects: Readonly<Record<WorldEventId, Effect>> = {
  'ransomware-wave': { reason: 'ransomwareWave', shock: 0.1 },
  'misattributed-intrusion': { reason: 'misattributedIntrusion' },
  'standards-split': { reason: 'standardsSplit', barrier: 0.025 },
  'geopolitical-crisis': { reason: 'geopoliticalCrisis', competition: 0.12 },
  'leaders-summit': { reason: 'leadersSummit', competition: -0.1 },
  'expert-group-fails': { reason: 'expertGroupFails', institutions: -0.06, regime: -0.04 },
  'open-group-reports': { reason: 'openGroupReports', institutions: 0.06, regime: 0.04 },
  'cable-cut': { reason: 'cableCut', barrier: 0.015, shock: 0.05 },
};

interface Effect {
  readonly reason: Reason;
  readonly shock?: number;
  readonly barrier?: number;
  readonly competition?: number;
  readonly institutions?: number;
  readonly regime?: number;
}

/** Shock of a misattributed intrusion on its victim. */
const INTRUSION_SHOCK = 0.12;

/**
 * What befalls the world at the start of a round: incidents, technical splits and turns of diplomacy; no lock damps it.
 * [cai-zhang §1, §2.3] [model D.5]
 */
export function befall(pass: Pass): void {
  const { event, n } = pass;
  if (event === null) return;
  const effect = effects[event.id];
  for (const dial of ['competition', 'institutions', 'regime'] as const) {
    if (effect[dial] !== undefined) within(pass, effect.reason, dial, 0, effect[dial], 1);
  }
  if (effect.barrier !== undefined) {
    const split = heading(pass.book, effect.reason, 'barrier');
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        changeWithin(pass, i * n + j, [[split, effect.barrier]], 0, MOST_BARRIER);
      }
    }
  }
  if (effect.shock !== undefined) {
    const hit = heading(pass.book, effect.reason, 'shock');
    for (let i = 0; i < n; i++) {
      change(pass, hit, i, effect.shock * (0.5 + 0.5 * num(pass.standing.profiles.exposure, i)));
    }
  }
  if (event.victim >= 0) intrude(pass, event.victim, event.blamed);
}

function within(
  pass: Pass,
  reason: Reason,
  quantity: Quantity,
  index: number,
  amount: number,
  high: number,
): void {
  changeWithin(pass, index, [[heading(pass.book, reason, quantity), amount]], 0, high);
}

function intrude(pass: Pass, victim: number, blamed: number): void {
  const { p, book } = pass;
  change(pass, heading(book, 'misattributedIntrusion', 'shock'), victim, INTRUSION_SHOCK);
  lose(pass, heading(book, 'blamedIntrusion', 'trust'), victim, blamed, p.lambda * p.lBlame * pass.opacity0);
}
