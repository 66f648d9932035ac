import type { MixId } from '#shared/bots/mixes.ts';
import { at } from '#shared/lib/at.ts';
import { equalityOf, marksKept } from '#shared/model/governance.ts';
import { derive, indicatorsOf } from '#shared/model/indicators.ts';
import { toUnits } from '#shared/model/micro.ts';
import type { Setting } from '#shared/model/world.ts';
import { openingTableOf } from '#shared/simulation/condition.ts';
import { pointsOf } from '#shared/simulation/outcome.ts';
import type { GameRecord, RoundFigures } from '#shared/simulation/record.ts';
import type { TalkId } from '#shared/simulation/talk.ts';
import { conditionOf, type Lab, type Stand } from './lab.ts';

/** The mixes whose course the sixth demand reads. */
export const tenseMixes = ['CLASS', 'HUMAN', 'WILLING'] as const satisfies readonly MixId[];
type TenseMix = (typeof tenseMixes)[number];

/** The talk of the games that demands are judged by: none, and as bots speak to people. [decision 0111] */
export const judgedTalks = ['none', 'moves'] as const satisfies readonly TalkId[];
/** Whether the seats of a judged game talk. */
export type JudgedTalk = (typeof judgedTalks)[number];

/** The course of many games of one mix, with or without talk. */
export interface TensionCourse {
  readonly mix: TenseMix;
  readonly talk: JudgedTalk;
  /** The share of games in good governance after each round. */
  readonly standing: readonly number[];
  /** The share of games whose direction is still open after two thirds of the rounds. */
  readonly choosing: number;
  /** The endings of the games, as shares. */
  readonly ends: { readonly governance: number; readonly predicament: number; readonly open: number };
  readonly reached: number;
  /** The share of games that lost good governance again, among those that reached it. */
  readonly lost: number;
  /** The share of rounds beyond the scale of the dial. */
  readonly beyond: number;
  /** The shares of games whose dial entered the last quarter of its scale, above and below. */
  readonly high: number;
  readonly low: number;
  /** The share of rounds in good governance with two of its marks failing. */
  readonly untrue: number;
}

/** The end of the dial's scale and the start of its last quarter, in points. */
const SCALE_END = 60;
const LAST_QUARTER = 45;

/** Plays every mix with and without talk. */
export async function coursesOf(lab: Lab, stand: Stand): Promise<readonly TensionCourse[]> {
  const cells = tenseMixes.flatMap((mix) => judgedTalks.map((talk) => ({ mix, talk })));
  const { setting } = openingTableOf(stand.table, lab.seed);
  return Promise.all(
    cells.map(async ({ mix, talk }) =>
      courseOf(setting, mix, talk, await lab.play(conditionOf(lab, stand, mix, talk), lab.games)),
    ),
  );
}

/** Reads the course of games played with one setting. */
export function courseOf(
  setting: Setting,
  mix: TenseMix,
  talk: JudgedTalk,
  records: readonly GameRecord[],
): TensionCourse {
  const { rounds } = setting.parameters;
  const share = (holds: (record: GameRecord) => boolean) => records.filter(holds).length / records.length;
  const stageAfter = (record: GameRecord, round: number) => at(record.rounds, round - 1).stage;
  const reached = records.filter((record) => record.rounds.some(isGoverned));
  const all = records.flatMap((record) => record.rounds);
  const governed = all.filter(isGoverned);
  const governance = share((record) => record.end.stage === 'governance');
  const predicament = share((record) => record.end.locked);
  return {
    mix,
    talk,
    standing: Array.from({ length: rounds }, (_, k) =>
      share((one) => stageAfter(one, k + 1) === 'governance'),
    ),
    choosing: share((record) => stageAfter(record, twoThirds(rounds)) === 'selection'),
    ends: { governance, predicament, open: 1 - governance - predicament },
    reached: reached.length / records.length,
    lost: reached.filter(losesIt).length / Math.max(1, reached.length),
    beyond: all.filter((round) => Math.abs(directionOf(round)) > SCALE_END).length / all.length,
    high: share((record) => record.rounds.some((round) => directionOf(round) >= LAST_QUARTER)),
    low: share((record) => record.rounds.some((round) => directionOf(round) <= -LAST_QUARTER)),
    untrue: governed.filter((round) => !isTrue(setting, round)).length / Math.max(1, governed.length),
  };
}

/** The dial before the first round, in points. */
export function openingOf(stand: Stand): number {
  const { setting, world } = openingTableOf(stand.table, 1);
  return pointsOf(indicatorsOf(setting, derive(setting, world)).direction);
}

/** The round after a third of a session, rounded down. */
export function aThird(rounds: number): number {
  return Math.max(1, Math.floor(rounds / 3));
}
/** The round after half of a session, rounded up. */
export function half(rounds: number): number {
  return Math.ceil(rounds / 2);
}
/** The round after two thirds of a session, rounded down. */
export function twoThirds(rounds: number): number {
  return Math.max(1, Math.floor((2 * rounds) / 3));
}

function isGoverned({ stage }: RoundFigures): boolean {
  return stage === 'governance';
}

function losesIt({ rounds }: GameRecord): boolean {
  return rounds.some((round, k) => k > 0 && isGoverned(at(rounds, k - 1)) && !isGoverned(round));
}

function directionOf({ indicators }: RoundFigures): number {
  return pointsOf(indicators.direction);
}

/** Whether fewer than two of the three marks fail. */
function isTrue({ seats, parameters }: Setting, { indicators, payoffs }: RoundFigures): boolean {
  const marks = {
    equal: equalityOf(
      seats,
      payoffs.map((total) => ({ total })),
    ),
    safe: 1 - toUnits(indicators.meanThreat),
    open: toUnits(indicators.efficiency),
  };
  return marksKept(parameters, marks) >= 2;
}
