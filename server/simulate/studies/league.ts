import { chanceFor } from '#shared/bots/chance.ts';
import type { Mix } from '#shared/bots/mixes.ts';
import { at } from '#shared/lib/at.ts';
import type { DispositionId } from '#shared/session/vocabulary/actors.ts';
import { meanOf, pointsOf } from '#shared/simulation/outcome.ts';
import type { GameRecord } from '#shared/simulation/record.ts';
import type { TalkId } from '#shared/simulation/talk.ts';
import { conditionOf, type Lab, type Stand } from './lab.ts';

/** The characters that compete: all except those that play without aim. */
export const contenders = [
  'unconditional-cooperator',
  'generous-reciprocator',
  'conditional-cooperator',
  'hedger',
  'bridge',
  'free-rider',
  'worst-case-planner',
  'camp-builder',
  'securitizer',
] as const satisfies readonly DispositionId[];
/** A character in the tables of balance. */
export type Contender = (typeof contenders)[number];

/**
 * The characters in the league of `simulate tournament`: these and the one that looks ahead, which is too costly for the tables of
 * balance.
 */
export const rivals = [...contenders, 'look-ahead'] as const satisfies readonly DispositionId[];
/** A character in the league. */
export type Rival = (typeof rivals)[number];

/** The results of one character in random company. */
export interface LeagueRow {
  readonly disposition: Rival;
  /** The share of mixes in which it scored best, among those with at least three kinds. */
  readonly best: number;
  /** Mean rank among the kinds present: 0 best, 1 last. */
  readonly rank: number;
  /** Mean final score relative to the average of its seats, in points. */
  readonly gain: number;
  readonly mixes: number;
}

/** Games that give the average of each seat. */
const SEAT_GAMES = 60;
/** A mix counts for wins only if at least this many kinds are present. */
const LEAST_KINDS = 3;

/** Lets random mixes play one game each and ranks the characters by score, corrected for the advantage of seats. [model E] */
export async function leagueOf(
  lab: Lab,
  stand: Stand,
  count: number,
  kinds: readonly Rival[] = contenders,
  talk: TalkId = 'none',
): Promise<readonly LeagueRow[]> {
  const average = seatAverages(await lab.play(conditionOf(lab, stand, 'MIX25', talk), SEAT_GAMES));
  const games = Array.from({ length: count }, async (_, k) => {
    const mix = randomMix(lab.seed + k, kinds);
    const condition = { ...conditionOf(lab, stand, 'CLASS', talk), mix };
    const [record] = await lab.playFrom(condition, (lab.seed + k) >>> 0, 1);
    return record;
  });
  const results = (await Promise.all(games))
    .filter((record) => record !== undefined)
    .map((record) => scoresByKind(record, average))
    .filter((scores) => scores.length >= LEAST_KINDS);
  return kinds
    .map((disposition) => standingOf(disposition, results))
    .toSorted((a, b) => b.best - a.best || b.gain - a.gain);
}

/** Random shares of all kinds in which a few prevail. */
export function randomMix(seed: number, kinds: readonly Rival[] = contenders): Mix {
  const chance = chanceFor(seed, 0, 0);
  const weights = kinds.map((disposition) => {
    const draw = chance();
    return { disposition, weight: draw * draw };
  });
  const all = weights.reduce((sum, { weight }) => sum + weight, 0);
  return weights.map(({ disposition, weight }) => ({ disposition, share: weight / all }));
}

/** Mean final score of every seat, in points. */
export function seatAverages(records: readonly GameRecord[]): readonly number[] {
  const [first] = records;
  return (first?.seats ?? []).map((_, seat) =>
    meanOf(records.map(({ end }) => pointsOf(at(end.finalScores, seat)))),
  );
}

interface KindScore {
  readonly kind: string;
  readonly score: number;
}

/** The kinds in a game with their mean score above the average of their seats, best first. */
function scoresByKind({ characters, end }: GameRecord, average: readonly number[]): readonly KindScore[] {
  const kinds = [...new Set(characters)];
  return kinds
    .map((kind) => {
      const seats = characters.flatMap((character, seat) => (character === kind ? [seat] : []));
      return {
        kind,
        score: meanOf(seats.map((seat) => pointsOf(at(end.finalScores, seat)) - at(average, seat))),
      };
    })
    .toSorted((a, b) => b.score - a.score || (a.kind < b.kind ? -1 : 1));
}

function standingOf(disposition: Rival, results: readonly (readonly KindScore[])[]): LeagueRow {
  const places = results.flatMap((scores) => {
    const place = scores.findIndex(({ kind }) => kind === disposition);
    return place < 0 ? [] : [{ rank: place / (scores.length - 1), score: at(scores, place).score, place }];
  });
  return {
    disposition,
    best: places.filter(({ place }) => place === 0).length / Math.max(1, results.length),
    rank: meanOf(places.map(({ rank }) => rank)),
    gain: meanOf(places.map(({ score }) => score)),
    mixes: places.length,
  };
}
