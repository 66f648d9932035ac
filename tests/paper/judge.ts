import type { Bench, Proposition, Reading, TableSize, Trial } from './proposition.ts';
import {
  type Estimate,
  estimateGroups,
  estimateMean,
  estimateShare,
  estimateShareDifference,
  meanOf,
} from './statistics.ts';

/** The verdict that the interval gives on a trial or a whole proposition. */
export type Verdict = 'held' | 'notHeld' | 'undecided';

/** A trial measured over seeds. */
export interface Finding {
  readonly id: string;
  /** Mean without the cause and with it, or with less and more of it; null if no seed counted. */
  readonly low: number | null;
  readonly high: number | null;
  /** high − low and its 95 % interval; null if too few seeds counted. */
  readonly difference: Estimate | null;
  /** How many seeds counted. */
  readonly counted: number;
  readonly verdict: Verdict;
}

/** Runs every trial of a proposition on one seed. */
export function readSeed(proposition: Proposition, bench: Bench): readonly Reading[] {
  return proposition.trials.map(({ measure }) => measure(bench));
}

/** Judges the trials of a proposition by the readings of its seeds (one row each, one column per trial). */
export function judge(proposition: Proposition, rows: readonly (readonly Reading[])[]): readonly Finding[] {
  return proposition.trials.map((trial, column) =>
    judgeTrial(
      trial,
      rows.flatMap((row) => row[column] ?? []),
    ),
  );
}

/** Runs and judges a proposition in this thread. */
export function examine(
  proposition: Proposition,
  n: TableSize,
  seeds: number,
  changes: Bench['changes'] = {},
): readonly Finding[] {
  const rows = Array.from({ length: seeds }, (_, index) =>
    readSeed(proposition, { n, seed: index + 1, changes }),
  );
  return judge(proposition, rows);
}

/** A proposition holds if all its trials do, and fails if one does. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(({ verdict }) => verdict === 'notHeld')) return 'notHeld';
  return findings.every(({ verdict }) => verdict === 'held') ? 'held' : 'undecided';
}

/** The fewest counted seeds (of each group) for an interval. */
const FEWEST = 2;

function judgeTrial(trial: Trial, readings: readonly Reading[]): Finding {
  const lows = readings.flatMap(({ low }) => low ?? []);
  const highs = readings.flatMap(({ high }) => high ?? []);
  const difference = Math.min(lows.length, highs.length) < FEWEST ? null : estimate(trial, lows, highs);
  return {
    id: trial.id,
    low: lows.length === 0 ? null : meanOf(lows),
    high: highs.length === 0 ? null : meanOf(highs),
    difference,
    counted: trial.scale === 'groups' ? lows.length + highs.length : highs.length,
    verdict: difference === null ? 'undecided' : decide(trial, difference),
  };
}

function estimate({ scale }: Trial, lows: readonly number[], highs: readonly number[]): Estimate {
  switch (scale) {
    case 'groups':
      return estimateGroups(lows, highs);
    case 'share': {
      const bound = meanOf(lows);
      const { mean, from, to } = estimateShare(highs);
      return { mean: mean - bound, from: from - bound, to: to - bound };
    }
    case 'pairedShare':
      return estimateShareDifference(differences(lows, highs));
    case 'number':
      return estimateMean(differences(lows, highs));
  }
}

function differences(lows: readonly number[], highs: readonly number[]): readonly number[] {
  return highs.map((high, seed) => high - (lows[seed] ?? Number.NaN));
}

/** A difference below this, a twentieth of a point, is no effect, however certain it is. */
const MEASURABLE = 0.0005;

/** Held if the whole interval lies on the right side, not held if it lies on the wrong one. */
function decide({ expects }: Trial, { mean, from, to }: Estimate): Verdict {
  if (expects.difference === 'stays') {
    if (from > -expects.within && to < expects.within) return 'held';
    return from >= expects.within || to <= -expects.within ? 'notHeld' : 'undecided';
  }
  if (Math.abs(mean) < MEASURABLE || (from <= 0 && to >= 0)) return 'undecided';
  return from > 0 === (expects.difference === 'rises') ? 'held' : 'notHeld';
}
