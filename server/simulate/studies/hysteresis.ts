import { mixChanceFor } from '#shared/bots/chance.ts';
import { assignMix, type Mix } from '#shared/bots/mixes.ts';
import { at } from '#shared/lib/at.ts';
import { MICRO } from '#shared/model/micro.ts';
import type { Parameters } from '#shared/model/parameters.ts';
import type { Setting, World } from '#shared/model/world.ts';
import { openingWorld } from '#shared/scenario/setting.ts';
import type { DispositionId } from '#shared/session/vocabulary/actors.ts';
import { meanOf, pointsOf } from '#shared/simulation/outcome.ts';
import { playGame } from '#shared/simulation/playGame.ts';
import { type GameRecord } from '#shared/simulation/record.ts';
import { openingTableOf } from '#shared/simulation/condition.ts';
import { conditionOf, type Lab, type Stand } from './lab.ts';
import { fileStem, type StudyReport, type ReportTable, shareText, signedText } from './report.ts';

/** Rounds that create a past, and rounds for which rivalry is then held at one level; with the reference pace. */
const PAST = 16;
const PRESENT = 40;
/** Rounds of the games that begin with more or less trust. */
const LONG = 30;
/** Confirms no ending: the lock stays open. */
const NO_LOCK = { confirm: 999, steps: 1 } as const;
/** Games of each branch: long ones, played one after another. */
const MOST_BRANCHES = 12;

const levels = [0.2, 0.35, 0.5, 0.65, 0.8] as const;
const shifts = [-0.1, 0, 0.1] as const;

const conditional: Mix = [
  { disposition: 'conditional-cooperator', share: 0.9 },
  { disposition: 'hedger', share: 0.1 },
];
const wary: Mix = [
  { disposition: 'conditional-cooperator', share: 0.85 },
  { disposition: 'worst-case-planner', share: 0.15 },
];

type Past = 'good' | 'bad';

function withNumbers({ seats, parameters }: Setting, numbers: Partial<Parameters>): Setting {
  return { seats, parameters: { ...parameters, ...numbers } };
}

/** The world after a past: a good one of cooperation without rivalry, or a bad one of conditional players with much rivalry. */
function pastOf({ scenario, table }: Stand, past: Past, seed: number): World {
  const made = past === 'good' ? 0.1 : 0.9;
  const numbers = { ...NO_LOCK, Krelax: 0.3, rounds: PAST + PRESENT, restingCompetition: made };
  const setting = withNumbers(openingTableOf(table, seed).setting, numbers);
  const mixed = assignMix(conditional, setting.seats.length, mixChanceFor(seed));
  const dispositions = past === 'good' ? mixed.map((): DispositionId => 'unconditional-cooperator') : mixed;
  return playGame({ setting, world: openingWorld(scenario, setting), dispositions, seed, rounds: PAST })
    .world;
}

/** Direction, in points, after a long time at one rivalry with conditional players. */
function directionAfter({ table }: Stand, past: World, rivalry: number, seed: number): number {
  const numbers = { ...NO_LOCK, Krelax: 0.3, rounds: PAST + PRESENT, restingCompetition: rivalry };
  const setting = withNumbers(openingTableOf(table, seed).setting, numbers);
  const dispositions = assignMix(conditional, setting.seats.length, mixChanceFor(seed));
  const { rounds } = playGame({ setting, world: past, dispositions, seed, rounds: PRESENT });
  return pointsOf(at(rounds, rounds.length - 1).indicators.direction);
}

/** Mean direction at each level of rivalry, by the past. [model E] [scheffer-2009] */
export function branchesOf(stand: Stand, firstSeed: number, games: number) {
  const seeds = Array.from({ length: games }, (_, k) => (firstSeed + k) >>> 0);
  const branch = (past: Past) => {
    const worlds = seeds.map((seed) => ({ seed, world: pastOf(stand, past, seed) }));
    return levels.map((level) =>
      meanOf(worlds.map(({ seed, world }) => directionAfter(stand, world, level, seed))),
    );
  };
  return { good: branch('good'), bad: branch('bad') };
}

/** Games that begin with different trust: their state after thirty rounds without a lock. */
async function endsFrom(lab: Lab, stand: Stand, shift: number): Promise<readonly GameRecord[]> {
  const { setting: usual, world } = openingTableOf(stand.table, lab.seed);
  const setting = withNumbers(usual, { ...NO_LOCK, rounds: LONG });
  const shifted = world.trust.map((trust, pair) =>
    pair % (setting.seats.length + 1) === 0
      ? 0
      : Math.max(0.01 * MICRO, Math.min(0.99 * MICRO, trust + shift * MICRO)),
  );
  const table = { kind: 'fixed', setting, world: { ...world, trust: shifted } } as const;
  const condition = { ...conditionOf(lab, stand, 'CLASS'), table, mix: wary, openDeck: true };
  return lab.play(condition, Math.max(20, Math.round(lab.games / 5)));
}

/** The direction, in points, beyond which a game counts as decided. */
const FAR = 20;

function sharesBeyond(records: readonly GameRecord[]): string {
  const ends = records.map(({ rounds }) => pointsOf(at(rounds, rounds.length - 1).indicators.direction));
  const share = (holds: (end: number) => boolean) => shareText(ends.filter(holds).length / ends.length);
  return `${share((end) => end > FAR)}/${share((end) => end < -FAR)}`;
}

/** A table of where games end by the trust they begin with. */
async function bistability(lab: Lab, stands: readonly Stand[]): Promise<ReportTable> {
  const starts = await Promise.all(
    stands.map(async (stand) => ({
      stand,
      ends: await Promise.all(shifts.map((shift) => endsFrom(lab, stand, shift))),
    })),
  );
  return {
    id: 'bistability',
    title: 'Good and bad ends by the trust at the opening',
    head: ['scenario and plan', ...shifts.map((shift) => signedText(100 * shift, 0))],
    rows: starts.map(({ stand, ends }) => [stand.name, ...ends.map(sharesBeyond)]),
  };
}

/**
 * `simulate hysteresis`: whether the same rivalry keeps a good and a bad world apart, and how a little trust decides between them.
 * [model E]
 */
export async function studyHysteresis(lab: Lab, stands: readonly Stand[]): Promise<StudyReport> {
  const games = Math.min(MOST_BRANCHES, lab.games);
  const branches = stands.map((stand) => ({ stand, ...branchesOf(stand, lab.seed, games) }));
  const bistable = await bistability(lab, stands);
  return {
    title: 'Hysteresis',
    about: aboutHysteresis(games, lab),
    tables: [
      ...branches.map(({ stand, good, bad }) => ({
        id: fileStem('hysteresis', stand.name),
        title: stand.name,
        head: ['past', ...levels.map((level) => `rivalry ${100 * level}`)],
        rows: [
          ['good', ...good.map((direction) => signedText(direction, 0))],
          ['bad', ...bad.map((direction) => signedText(direction, 0))],
        ],
      })),
      bistable,
    ],
    charts: branches.map(({ stand, good, bad }) => ({
      kind: 'lines',
      id: fileStem('hysteresis', stand.name),
      title: `Direction by what came before, ${stand.name}`,
      xLabel: 'rivalry held',
      yLabel: 'direction',
      isSigned: true,
      series: [
        { name: 'after a good past', points: levels.map((x, k) => [x, at(good, k) / 100]) },
        { name: 'after a bad past', points: levels.map((x, k) => [x, at(bad, k) / 100]) },
      ],
    })),
  };
}

function aboutHysteresis(games: number, lab: Lab): readonly string[] {
  return [
    `The lock is taken out and rounds have one step. A good past is ${PAST} rounds of cooperation with little rivalry, a bad one as many rounds of conditional cooperators with much; then rivalry is held at one level for ${PRESENT} rounds among conditional cooperators (${games} games a branch). The numbers are the direction in the end, in points: two lasting states at the same rivalry are hysteresis.`,
    `Bistability: ${LONG} rounds without the lock, 85 % conditional cooperators and 15 % worst-case planners, with trust at the opening shifted by so many points: share of games that end above ${FAR} / below −${FAR} (${Math.max(20, Math.round(lab.games / 5))} games a cell).`,
  ];
}
