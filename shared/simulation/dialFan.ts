import { mixes } from '../bots/mixes.ts';
import { at } from '../lib/at.ts';
import { quantileOf } from '../lib/quantileOf.ts';
import type { Micro } from '../model/micro.ts';
import type { Condition } from './condition.ts';
import { recordGame } from './record.ts';
import { type UsualSubject, usualSeed } from './usualScores.ts';

/** Who plays the simulated sessions that a class is compared with: noisy novices, or shares found among people; talking or not. */
export interface FanKind {
  readonly mix: 'CLASS' | 'HUMAN';
  readonly talk: boolean;
}

/** The dial over many simulated sessions of one setting, in millionths. */
export interface DialFan {
  readonly games: number;
  /** From the opening on, for each round: the dial below which 5, 25, 50, 75 and 95 % of the games lie. */
  readonly bands: readonly (readonly Micro[])[];
  /** Where the games ended, ascending; of a shipped fan one for every hundredth. */
  readonly ends: readonly Micro[];
}

const SHARES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Plays games of a setting one by one; each gives the dial from the opening on. The same setting always gives the same games. */
export function* dialPaths(
  { setting, world, openDeck }: UsualSubject,
  { mix, talk }: FanKind,
  games: number,
): Generator<readonly Micro[]> {
  const condition: Condition = {
    table: { kind: 'fixed', setting, world },
    mix: mixes[mix],
    talk: talk ? 'talk' : 'none',
    openDeck,
    twist: { kind: 'none' },
  };
  for (let game = 0; game < games; game += 1) {
    const { openingDirection, rounds } = recordGame(condition, usualSeed(game));
    yield [openingDirection, ...rounds.map(({ indicators }) => indicators.direction)];
  }
}

/** Sums up the games so far, at least one. */
export function dialFanOf(paths: readonly (readonly Micro[])[]): DialFan {
  const rounds = at(paths, 0).map((_, round) => round);
  return {
    games: paths.length,
    bands: rounds.map((round) => {
      const values = paths.map((path) => at(path, round));
      return SHARES.map((share) => Math.round(quantileOf(values, share)));
    }),
    ends: paths.map((path) => at(path, path.length - 1)).toSorted((a, b) => a - b),
  };
}

/** How many of a hundred simulated sessions ended lower than a value; those that ended equally count half. */
export function shareBelow({ ends }: DialFan, end: Micro): number {
  const below = ends.filter((one) => one < end).length;
  const equal = ends.filter((one) => one === end).length;
  return Math.round((100 * (below + equal / 2)) / ends.length);
}
