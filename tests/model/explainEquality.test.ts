import { describe, expect, it } from 'vitest';
import { explainEquality } from '#shared/model/explainEquality.ts';
import { equalityOf } from '#shared/model/governance.ts';
import { MICRO } from '#shared/model/micro.ts';
import type { Payoff, PayoffPart } from '#shared/model/world.ts';
import { tableOf } from './tables.ts';

const { seats } = tableOf(6).setting;

/** Points by seat, the rest 0: gains add to the total, burdens subtract from it. */
function payoffs(parts: Partial<Record<PayoffPart, readonly number[]>>): readonly Payoff[] {
  return seats.map((_, seat) => {
    const of = (part: PayoffPart): number => (parts[part]?.[seat] ?? 0) * MICRO;
    const gains = of('exchange') + of('common') + of('dividend') + of('rent') + of('club') + of('pledge');
    const total = gains - of('damage') - of('loss') - of('cost');
    return {
      exchange: of('exchange'),
      common: of('common'),
      dividend: of('dividend'),
      rent: of('rent'),
      club: of('club'),
      pledge: of('pledge'),
      damage: of('damage'),
      loss: of('loss'),
      cost: of('cost'),
      total,
    };
  });
}

describe('why the mark equal changed', () => {
  const exchange = [5, 4, 3, 3, 2, 1];

  it('sums to the change, without a state and without pledges of their own', () => {
    const before = payoffs({ exchange, cost: [1, 1, 1, 1, 1, 1] });
    const after = payoffs({
      exchange: [4, 4, 3, 3, 3, 2],
      rent: [2, 0, 0, 0, 0, 0],
      pledge: [0, 1, 1, 0, 0, 0],
      loss: [0, 0, 0, 0, 0, 2],
    });
    const { from, to, parts } = explainEquality(seats, before, after);
    expect(from).toBe(Math.round(equalityOf(seats, before) * MICRO));
    expect(to).toBe(Math.round(equalityOf(seats, after) * MICRO));
    expect(parts.reduce((sum, { delta }) => sum + delta, 0)).toBe(to - from);
    expect(parts.every(({ delta }) => Number.isInteger(delta) && delta !== 0)).toBe(true);
    expect(parts.flatMap(({ author }) => author ?? [])).toEqual([]);
    const reasons = parts.map(({ reason }) => reason);
    expect(reasons).toEqual(expect.arrayContaining(['exchange', 'rent', 'dividend', 'loss']));
    expect(reasons).not.toContain('pledge');
  });

  it('names the one kind of gain that moved as the whole cause', () => {
    const before = payoffs({ exchange, common: [1, 1, 1, 1, 1, 1] });
    const after = payoffs({ exchange, common: [1, 1, 1, 1, 1, 1], club: [3, 3, 0, 0, 0, 0] });
    const { from, to, parts } = explainEquality(seats, before, after);
    expect(to).toBeLessThan(from);
    expect(parts).toEqual([{ reason: 'club', delta: to - from }]);
  });

  it('starts at 100 in the first round, and says nothing where nothing changed', () => {
    const round = payoffs({ exchange });
    const first = explainEquality(seats, null, round);
    expect(first.from).toBe(MICRO);
    expect(first.parts).toEqual([{ reason: 'exchange', delta: first.to - MICRO }]);
    expect(explainEquality(seats, round, round).parts).toEqual([]);
  });
});
