import { at } from '../lib/at.ts';
import { toUnits } from '../model/micro.ts';
import type { GameRecord } from './record.ts';

/** How games ended, in shares. */
export interface EndingShares {
  readonly games: number;
  readonly governance: number;
  readonly predicament: number;
  /** Neither ending by half of the rounds. */
  readonly openAtHalf: number;
  /** Middle round of the first ending among games that had one; null if none had. */
  readonly endingRound: number | null;
  /** Mean final score of all seats, in points. */
  readonly score: number;
  /** Mean direction after the last round, in points. */
  readonly direction: number;
}

/** Counts how games ended. */
export function endingSharesOf(records: readonly GameRecord[]): EndingShares {
  const games = records.length;
  const share = (holds: (record: GameRecord) => boolean) => records.filter(holds).length / games;
  const endings = records.map(firstEnding).filter((round) => round !== null);
  return {
    games,
    governance: share(({ end }) => end.stage === 'governance'),
    predicament: share(({ end }) => end.locked),
    openAtHalf: share(isOpenAtHalf),
    endingRound: middleOf(endings),
    score: meanOf(records.map(({ end }) => meanOf(end.finalScores.map(pointsOf)))),
    direction: meanOf(
      records.map(({ rounds }) => pointsOf(at(rounds, rounds.length - 1).indicators.direction)),
    ),
  };
}

/** A stored number in points, as people see it. */
export function pointsOf(micro: number): number {
  return toUnits(micro) * 100;
}

/** The first round after which one of the endings had come, or null. */
export function firstEnding({ rounds }: GameRecord): number | null {
  return rounds.find(({ stage }) => stage === 'governance' || stage === 'predicament')?.round ?? null;
}

/** Whether both endings were still possible after half of the rounds. */
export function isOpenAtHalf({ rounds }: GameRecord): boolean {
  const { stage } = at(rounds, Math.ceil(rounds.length / 2) - 1);
  return stage !== 'governance' && stage !== 'predicament';
}

/** The mean; 0 of an empty list. */
export function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard deviation of single values. */
export function spreadOf(values: readonly number[]): number {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return Math.sqrt(squares / Math.max(1, values.length - 1));
}

/** The upper of the two middle values; null of an empty list. */
function middleOf(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}

/** Half the width of the 95 % interval of a share. */
export function marginOf(share: number, games: number): number {
  return 1.96 * Math.sqrt((share * (1 - share)) / Math.max(1, games));
}
