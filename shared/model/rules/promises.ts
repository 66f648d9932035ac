import { num } from '../../lib/at.ts';
import { heading } from './book.ts';
import type { IndexedPledge } from './moves.ts';
import type { Pass } from './pass.ts';
import { changeWithin } from './pass.ts';
import { LEAST_TRUST, MOST_TRUST } from './trust.ts';

/** What kept pledges pay to i through its partner j, flat `i * n + j`. Null if there is no pledge. */
export type PledgePay = Float64Array | null;

/**
 * Pledges as the table judged them: a kept one builds trust and pays, less each if a seat has many; a broken one costs the
 * partner's trust and, if it was public, that of all onlookers. [cai-zhang §4] [jervis-1982] [model D.13]
 */
export function judgePromises(pass: Pass, pledges: readonly IndexedPledge[]): PledgePay {
  const { n, p, standing } = pass;
  if (pledges.length === 0) return null;
  const kept = pledges.filter(({ breachedBy }) => breachedBy.length === 0);
  const count = new Float64Array(n);
  for (const { between } of kept) for (const seat of between) count[seat] = num(count, seat) + 1;
  const share = (seat: number) => Math.min(1, p.pledgeMax / num(count, seat));
  const gains = new Float64Array(n * n);
  for (const { between } of kept) {
    const [a, b] = between;
    const gain = p.gPledge * pass.damp * Math.min(share(a), share(b));
    gains[a * n + b] = gain;
    gains[b * n + a] = gain;
  }
  bringHome(pass, gains, breaches(pass, pledges));
  const pay = new Float64Array(n * n);
  for (const { between } of kept) {
    const [a, b] = between;
    const mutual = (num(standing.trust, a * n + b) + num(standing.trust, b * n + a)) / 2;
    pay[a * n + b] = p.aPledge * share(a) * mutual;
    pay[b * n + a] = p.aPledge * share(b) * mutual;
  }
  return pay;
}

/** Share of its trust that each state loses in each that broke its word; negative if the promise was made to that state itself. */
function breaches(pass: Pass, pledges: readonly IndexedPledge[]): Float64Array {
  const { n, p } = pass;
  const losses = new Float64Array(n * n);
  const inPublic = new Set<number>();
  for (const pledge of pledges) {
    for (const breaker of pledge.breachedBy) {
      const partner = pledge.between[0] === breaker ? pledge.between[1] : pledge.between[0];
      losses[partner * n + breaker] = -p.breachPartner;
      if (pledge.public) inPublic.add(breaker);
    }
  }
  for (const breaker of inPublic) {
    for (let l = 0; l < n; l++) {
      if (l !== breaker && num(losses, l * n + breaker) === 0) losses[l * n + breaker] = p.breachOnlooker;
    }
  }
  return losses;
}

function bringHome(pass: Pass, gains: Float64Array, losses: Float64Array): void {
  const { n, book, standing } = pass;
  const kept = heading(book, 'pledgeKept', 'trust');
  for (let j = 0; j < n; j++) {
    const broken = heading(book, 'pledgeBroken', 'trust', j);
    const seen = heading(book, 'pledgeBrokenToAnother', 'trust', j);
    for (let i = 0; i < n; i++) {
      const pair = i * n + j;
      const gain = num(gains, pair);
      const loss = num(losses, pair);
      if (gain === 0 && loss === 0) continue;
      const trust = num(standing.trust, pair);
      const lost =
        loss < 0 ? { under: broken, amount: trust * loss } : { under: seen, amount: -trust * loss };
      const won = { under: kept, amount: (1 - trust) * gain };
      changeWithin(pass, pair, [won, lost], LEAST_TRUST, MOST_TRUST);
    }
  }
}
