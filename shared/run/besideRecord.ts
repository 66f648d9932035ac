import { at } from '../lib/at.ts';
import { explain } from '../model/explain.ts';
import { unpackLedger } from '../model/ledger.ts';
import type { Micro } from '../model/micro.ts';
import type { Reason } from '../model/reasons.ts';
import type { RoundRecord, SessionState } from '../session/vocabulary/state.ts';

/** What one cause did to the dial in a record and in a branch of it, in millionths. */
export interface CauseDifference {
  readonly reason: Reason;
  /** Indices of the seats behind it, the one first whose part differs most. */
  readonly authors: readonly number[];
  readonly record: Micro;
  readonly branch: Micro;
}

/**
 * What moved the dial from a round on, cause by cause, in a record and in its branch; the cause that differs most comes first. The
 * differences add up to the difference of the dial at the end.
 */
export function causeDifferences(
  record: SessionState,
  branch: SessionState,
  fromRound: number,
): readonly CauseDifference[] {
  const sums = new Map<Reason, Sum>();
  add(sums, record, fromRound, 'record');
  add(sums, branch, fromRound, 'branch');
  return [...sums]
    .map(([reason, { record: before, branch: after, byAuthor }]) => ({
      reason,
      authors: authorsOf(byAuthor),
      record: before,
      branch: after,
    }))
    .filter((one) => one.record !== one.branch)
    .toSorted((a, b) => size(b.branch - b.record) - size(a.branch - a.record));
}

interface Sum {
  record: Micro;
  branch: Micro;
  /** By seat index: branch minus record. */
  readonly byAuthor: Map<number, number>;
}

function add(sums: Map<Reason, Sum>, state: SessionState, from: number, side: 'record' | 'branch'): void {
  for (const record of state.rounds.filter(({ round }) => round >= from))
    for (const { reason, author, delta } of dialParts(state, record)) {
      const sum = sums.get(reason) ?? { record: 0, branch: 0, byAuthor: new Map<number, number>() };
      sum[side] += delta;
      if (author !== undefined) {
        const change = side === 'branch' ? delta : -delta;
        sum.byAuthor.set(author, (sum.byAuthor.get(author) ?? 0) + change);
      }
      sums.set(reason, sum);
    }
}

function dialParts({ basis, roundStarts, world }: SessionState, { round, ledger }: RoundRecord) {
  const before = at(roundStarts, round - 1);
  const after = roundStarts[round] ?? world;
  const dial = { kind: 'indicator', indicator: 'direction' } as const;
  return explain(basis.setting, before, unpackLedger(ledger), after, dial).parts;
}

function authorsOf(byAuthor: ReadonlyMap<number, number>): readonly number[] {
  return [...byAuthor]
    .filter(([, change]) => change !== 0)
    .toSorted(([, a], [, b]) => size(b) - size(a))
    .map(([author]) => author);
}

function size(change: number): number {
  return Math.max(change, -change);
}
