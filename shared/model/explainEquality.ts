import { equalityOf } from './governance.ts';
import type { Explanation } from './explain.ts';
import { wholeParts } from './explainParts.ts';
import { MICRO } from './micro.ts';
import type { Payoff, PayoffPart, SeatProfile } from './world.ts';

/**
 * A kind of gain or loss as it is told to everybody. Kept pledges count among the dividends: alone they would give away secret
 * agreements.
 */
export type ToldGain = Exclude<PayoffPart, 'pledge'>;

const told: readonly {
  readonly reason: ToldGain;
  readonly parts: readonly PayoffPart[];
  readonly sign: 1 | -1;
}[] = [
  { reason: 'exchange', parts: ['exchange'], sign: 1 },
  { reason: 'common', parts: ['common'], sign: 1 },
  { reason: 'dividend', parts: ['dividend', 'pledge'], sign: 1 },
  { reason: 'rent', parts: ['rent'], sign: 1 },
  { reason: 'club', parts: ['club'], sign: 1 },
  { reason: 'damage', parts: ['damage'], sign: -1 },
  { reason: 'loss', parts: ['loss'], sign: -1 },
  { reason: 'cost', parts: ['cost'], sign: -1 },
];

/**
 * Says why the mark *equal* changed from one round to the next: what each kind of gain did, as the round minus the same round with
 * that kind as it was the round before; the rest is spread by size. No part names a state. `before` is null in the first round,
 * which starts from an equal world. Micro-units; the parts sum exactly to `to - from`. [decision 0072]
 */
export function explainEquality(
  seats: readonly SeatProfile[],
  before: readonly Payoff[] | null,
  after: readonly Payoff[],
): Explanation {
  const reached = equalityOf(seats, after) * MICRO;
  const start = before === null ? MICRO : equalityOf(seats, before) * MICRO;
  const [from, to] = [Math.floor(start + 0.5), Math.floor(reached + 0.5)];
  if (to === from) return { from, to, method: 'leaveOneOut', parts: [] };
  const alone = told.map(({ reason, parts, sign }) => {
    const without = after.map((payoff, seat) => ({
      total: payoff.total - sign * (sumOf(payoff, parts) - sumOf(before?.[seat], parts)),
    }));
    return {
      reason,
      author: undefined,
      event: undefined,
      amount: reached - equalityOf(seats, without) * MICRO,
    };
  });
  const sum = alone.reduce((all, { amount }) => all + amount, 0);
  const size = alone.reduce((all, { amount }) => all + (amount < 0 ? -amount : amount), 0);
  const shared = alone.map((part) => {
    const share = size === 0 ? 1 / alone.length : (part.amount < 0 ? -part.amount : part.amount) / size;
    return { ...part, amount: part.amount + (reached - start - sum) * share };
  });
  return { from, to, method: 'leaveOneOut', parts: wholeParts(shared, to - from) };
}

function sumOf(payoff: Payoff | undefined, parts: readonly PayoffPart[]): number {
  return payoff === undefined ? 0 : parts.reduce((sum, part) => sum + payoff[part], 0);
}
