import { at } from '../lib/at.ts';
import type { Totals } from './indicators.ts';
import type { Parameters } from './parameters.ts';
import type { Payoff, SeatProfile } from './world.ts';

/** The three marks of good governance as numbers 0..1, the higher the better. [cai-zhang §3] */
export interface GovernanceMarks {
  /** 1 − Gini of what the round brought each state. */
  readonly equal: number;
  /** 1 − mean threat. */
  readonly safe: number;
  /** Efficiency of the network. */
  readonly open: number;
}

/** The three marks of a world after a round whose gains were shared with this equality. */
export function governanceMarksOf(totals: Totals, equal: number): GovernanceMarks {
  return { equal, safe: 1 - totals.meanThreat, open: totals.efficiency };
}

/** How many of the three marks a world keeps, 0..3. */
export function marksKept(p: Parameters, { equal, safe, open }: GovernanceMarks): number {
  return [equal >= p.ggEqual, safe >= p.ggSafe, open >= p.ggOpen].filter(Boolean).length;
}

/**
 * How equally a round's gains are shared, 0..1: 1 − Gini over seats by weight. Gains count from the smallest one, so that none is
 * negative; if all gained the same, or nobody gained, the value is 1. [decision 0054]
 */
export function equalityOf(seats: readonly SeatProfile[], payoffs: readonly Pick<Payoff, 'total'>[]): number {
  const weights = seats.map(({ weight }) => weight);
  const totals = payoffs.map(({ total }) => total);
  const least = Math.min(...totals);
  const gains = totals.map((total) => total - least);
  let weightSum = 0;
  let gainSum = 0;
  let apart = 0;
  for (let i = 0; i < gains.length; i++) {
    weightSum += at(weights, i);
    gainSum += at(weights, i) * at(gains, i);
    for (let j = 0; j < i; j++) {
      const gap = at(gains, i) - at(gains, j);
      apart += at(weights, i) * at(weights, j) * (gap < 0 ? -gap : gap);
    }
  }
  return gainSum === 0 ? 1 : 1 - apart / (weightSum * gainSum);
}
