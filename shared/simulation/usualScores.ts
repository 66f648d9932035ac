import { mixes } from '../bots/mixes.ts';
import { at } from '../lib/at.ts';
import { quantileOf } from '../lib/quantileOf.ts';
import type { Setting, World } from '../model/world.ts';
import { openingWorld } from '../scenario/setting.ts';
import type { SessionBasis } from '../session/vocabulary/state.ts';
import type { UsualScores } from '../session/vocabulary/usual.ts';
import type { Condition } from './condition.ts';
import { meanOf } from './outcome.ts';
import type { GameRecord } from './record.ts';

/** Games for usual scores: enough to know the mean of a seat to about a point. */
export const USUAL_GAMES = 400;

/** The setting whose usual scores are measured; plain JSON, so that a worker can get it. */
export interface UsualSubject {
  readonly setting: Setting;
  readonly world: World;
  readonly openDeck: boolean;
}

/** What is measured of a session. */
export function subjectOf({ scenario, setting, options }: SessionBasis): UsualSubject {
  return { setting, world: openingWorld(scenario, setting), openDeck: options.openDeck };
}

/** The games: a table of noisy novices without talk, as for the pars of the scenarios. [decision 0005] */
export function usualCondition({ setting, world, openDeck }: UsualSubject): Condition {
  const table = { kind: 'fixed', setting, world } as const;
  return { table, mix: mixes.CLASS, talk: 'none', openDeck, twist: { kind: 'none' } };
}

/** Seed of the k-th game. The same setting always has the same usual scores. */
export function usualSeed(k: number): number {
  return 1 + k;
}

/** One game, by round and seat in micro-units: the score after the round, and the final score if the session had ended then. */
export interface UsualGame {
  readonly now: readonly (readonly number[])[];
  readonly end: readonly (readonly number[])[];
}

/** The part of a game that counts. Less than a hundredth of its record, so that all games can be kept until they are summed. */
export function usualGameOf({ parameters }: Setting, { rounds, seats }: GameRecord): UsualGame {
  const sums = seats.map(() => 0);
  const now: number[][] = [];
  const end: number[][] = [];
  for (const { payoffs, indicators } of rounds) {
    for (const [seat, payoff] of payoffs.entries()) sums[seat] = at(sums, seat) + payoff;
    const legacy = parameters.legacy * indicators.direction;
    now.push([...sums]);
    end.push(sums.map((sum) => sum + legacy));
  }
  return { now, end };
}

/** Means and quartiles over games, in tenths of a point. Throws if there are no games. */
export function usualScoresOf({ seats }: Setting, games: readonly UsualGame[]): UsualScores {
  const rounds = at(games, 0).now.map((_, round) => round);
  const bySeat = (take: (round: number, seat: number) => number): UsualScores['now'] =>
    Object.fromEntries(seats.map(({ id }, seat) => [id, rounds.map((round) => take(round, seat))]));
  const values = (key: keyof UsualGame, round: number, seat: number): readonly number[] =>
    games.map((game) => at(at(game[key], round), seat));
  return {
    games: games.length,
    now: bySeat((round, seat) => inTenths(meanOf(values('now', round, seat)))),
    end: bySeat((round, seat) => inTenths(meanOf(values('end', round, seat)))),
    low: bySeat((round, seat) => inTenths(quantileOf(values('end', round, seat), 0.25))),
    high: bySeat((round, seat) => inTenths(quantileOf(values('end', round, seat), 0.75))),
  };
}

function inTenths(micro: number): number {
  return Math.round(micro / 1000);
}
