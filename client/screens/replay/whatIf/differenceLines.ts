import { apportion } from '#shared/lib/apportion.ts';
import type { CauseDifference } from '#shared/run/besideRecord.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';

/** A cause in tenths: what it did as recorded, the difference, and where its step begins: at the sum of those above it. */
export interface DifferenceLine extends CauseDifference {
  readonly recorded: Tenths;
  readonly difference: Tenths;
  readonly start: Tenths;
}

/** The differences in tenths, which add up to the total exactly. */
interface Differences {
  readonly lines: readonly DifferenceLine[];
  /** What is not shown by name; null if everything is. */
  readonly smaller: { readonly count: number; readonly difference: Tenths } | null;
  readonly total: Tenths;
  readonly reach: readonly [number, number];
}

/** At most so many causes by name, the largest difference first; those that round to nothing are among the smaller ones. */
export function differenceLines(causes: readonly CauseDifference[], most: number): Differences {
  const exact = causes.map(({ record, branch }) => (branch - record) / 1000);
  const total = Math.round(sum(exact));
  const shares = apportion(exact, total);
  let run = 0;
  const all = causes.map((cause, index) => {
    const difference = shares[index] ?? 0;
    const line = { ...cause, recorded: Math.round(cause.record / 1000), difference, start: run };
    run += difference;
    return line;
  });
  const lines = all.slice(0, most).filter(({ difference }) => difference !== 0);
  const rest = all.filter((line) => !lines.includes(line));
  const ends = lines.flatMap(({ start, difference }) => [start, start + difference]);
  return {
    lines,
    smaller:
      rest.length === 0
        ? null
        : { count: rest.length, difference: sum(rest.map(({ difference }) => difference)) },
    total,
    reach: [Math.min(0, ...ends), Math.max(0, ...ends)],
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
