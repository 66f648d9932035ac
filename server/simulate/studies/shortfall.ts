import { chanceFor } from '#shared/bots/chance.ts';
import type { Setting } from '#shared/model/world.ts';
import { openingTableOf } from '#shared/simulation/condition.ts';
import { type EndingShares, endingSharesOf } from '#shared/simulation/outcome.ts';
import type { Condition } from '#shared/simulation/condition.ts';
import { barNames, judgedBy, type Replayable, replayableOf, withBars } from './bars.ts';
import { lastThird, leastWithHawk } from './criteria.ts';
import { type Candidate, knobs, neighbour, turned } from './knobs.ts';
import { conditionOf, type Lab, measured, type Stand } from './lab.ts';
import { leagueOf } from './league.ts';
import { type RoundStakes, stakesOf } from './stakes.ts';
import { aThird, courseOf, half, type JudgedTalk, judgedTalks, openingOf, tenseMixes } from './tension.ts';
import { boundsOf, bounds, courseIn, isFelt, isTempting, lostAgain, type Tense } from './tensionCriteria.ts';

/** How far a stand is from the demands that a search reads, by demand; 0 is met. */
export type Shortfall = Readonly<Record<string, number>>;

/** The weight of each demand: 1 to 5 are constraints, the others follow in order of importance. */
const weights: Readonly<Record<string, number>> = {
  '1': 6,
  '2': 6,
  '3': 8,
  '4': 6,
  '5': 6,
  '6a': 7,
  '6d': 5,
  '6e': 4,
  '6b': 3,
  '6c': 2.5,
  '6f': 2,
};
/** The least cost of a missed demand, so that meeting one more is worth more than coming nearer to two. */
const MISSED = 0.12;

/** Whether this scenario is played first and may be easier to win. */
export const FIRST_SESSION = 'archipelago';

/** The weighted sum of the shortfalls. */
export function lossOf(shortfall: Shortfall): number {
  const sum = Object.entries(shortfall).reduce(
    (total, [demand, miss]) => total + (weights[demand] ?? 1) * (miss > 0 ? MISSED + miss : 0),
    0,
  );
  return Math.round(sum * 1e4) / 1e4;
}

/** A candidate with its thresholds fitted to the played games, and its shortfall. */
export interface Tried {
  readonly candidate: Candidate;
  readonly shortfall: Shortfall;
  readonly loss: number;
}

/** The games of every cell that a search reads; independent of the thresholds. */
interface Played {
  readonly setting: Setting;
  readonly stand: Stand;
  readonly cells: Readonly<Record<string, Replayable>>;
  readonly stakes: readonly RoundStakes[];
  readonly opening: number;
  /** Demands 4 and 5, which are costly; empty if not measured. */
  readonly dear: Shortfall;
}

/** The options of a try. */
export interface TryOptions {
  readonly stakesGames: number;
  /** How many other thresholds to try on the played games. */
  readonly fits: number;
  /** Games with followers of the preview and random mixes, for demands 4 and 5; 0 omits both. */
  readonly dearGames: number;
}

/** Plays a candidate and fits the thresholds of good governance to the played games. */
export async function tryOut(
  lab: Lab,
  stand: Stand,
  candidate: Candidate,
  options: TryOptions,
): Promise<Tried> {
  const played = await playOut(lab, turned(stand, candidate), options);
  // One climb from the current thresholds, one from thresholds with no margin between winning and losing.
  const narrow = { ...candidate, ggOut: played.setting.parameters.ggIn };
  const climbed = [candidate, narrow].map((from) => fitted(played, from, options.fits / 2, lab.seed));
  return climbed.toSorted((one, other) => one.loss - other.loss)[0] ?? triedWith(played, candidate);
}

function fitted(played: Played, from: Candidate, fits: number, seed: number): Tried {
  const chance = chanceFor(seed, 1, 1);
  let best = triedWith(played, from);
  for (let fit = 0; fit < fits; fit += 1) {
    const next = triedWith(played, neighbour(best.candidate, chance, barKnobs));
    if (next.loss < best.loss) best = next;
  }
  return best;
}

const barKnobs = knobs.filter(({ name }) => barNames.some((bar) => bar === name));

async function playOut(
  lab: Lab,
  stand: Stand,
  { stakesGames, dearGames }: Pick<TryOptions, 'stakesGames' | 'dearGames'>,
): Promise<Played> {
  const { setting } = openingTableOf(stand.table, lab.seed);
  const { rounds } = stand.plan;
  const conditions: (readonly [string, Condition])[] = tenseMixes.flatMap((mix) =>
    judgedTalks.map((talk) => [cellName(mix, talk), conditionOf(lab, stand, mix, talk)] as const),
  );
  const from = (round: number) => ({ kind: 'cooperateFrom', round }) as const;
  conditions.push(['whole', conditionOf(lab, stand, 'CLASS', 'none', from(1))]);
  conditions.push(['late', conditionOf(lab, stand, 'CLASS', 'none', from(lastThird(rounds)))]);
  const hawk = { kind: 'oneSeat', disposition: 'securitizer' } as const;
  conditions.push(['hawk', conditionOf(lab, stand, 'WILLING', 'moves', hawk)]);
  const cells = await Promise.all(
    conditions.map(
      async ([name, condition]) =>
        [name, replayableOf(setting, await lab.play(condition, lab.games))] as const,
    ),
  );
  return {
    setting,
    stand,
    cells: Object.fromEntries(cells),
    stakes: stakesOf(lab, stand, stakesGames),
    opening: openingOf(stand),
    dear: dearGames === 0 ? {} : await dearShortfall(lab, stand, dearGames),
  };
}

function cellName(mix: string, talk: string): string {
  return `${mix} ${talk}`;
}

/** Demands 4a and 5. */
async function dearShortfall(lab: Lab, stand: Stand, games: number): Promise<Shortfall> {
  const usual = conditionOf(lab, stand, 'CLASS', 'dialogues');
  const [advised, unadvised, league] = await Promise.all([
    measured(lab, { ...usual, twist: { kind: 'advised', worldWeight: 0.2 } }, games),
    measured(lab, usual, lab.games),
    leagueOf(lab, stand, 5 * games),
  ]);
  return {
    '4': over(league[0]?.best ?? 0, 0, 0.47),
    '5': over(advised.predicament - unadvised.predicament, -1, 0.08),
  };
}

function triedWith(played: Played, candidate: Candidate): Tried {
  const setting = withBars(played.setting, candidate);
  const records = (name: string) => judgedBy(setting.parameters, played.cells[name] ?? []);
  const courses = tenseMixes.flatMap((mix) =>
    judgedTalks.map((talk) => courseOf(setting, mix, talk, records(cellName(mix, talk)))),
  );
  const { stand, stakes, opening, dear } = played;
  const tense: Tense = {
    courses,
    stakes,
    opening,
    rounds: stand.plan.rounds,
    byMarks: true,
    isFirstSession: stand.scenario.id === FIRST_SESSION,
  };
  const ends = (name: string) => endingSharesOf(records(name));
  const shortfall = {
    ...tensionShortfall(tense),
    ...dear,
    '1': endingShortfall(tense, ends),
    '2': over(ends('whole').governance, 0.92, 1) + over(ends('late').governance, 0, 0.42),
    '3': over(ends('hawk').governance, leastWithHawk(stand.scenario.seats.length) + 0.03, 1),
  };
  return { candidate, shortfall, loss: lossOf(shortfall) };
}

/** How far a value lies outside its bounds. */
function over(value: number, least: number, most: number): number {
  return Math.max(0, least - value, value - most);
}

/** The shortfall of 6a to 6f; shares as they are, points divided by ten. */
export function tensionShortfall(tense: Tense): Shortfall {
  const { courses, stakes, opening, rounds, isFirstSession } = tense;
  const { standing } = courseIn(courses, 'WILLING', 'moves');
  const won = (round: number) => standing[round - 1] ?? 0;
  const most = boundsOf(isFirstSession);
  const ends = courses.map(({ ends: of }) => Math.max(of.governance, of.predicament, of.open));
  const lost = (mix: 'CLASS' | 'HUMAN') =>
    over(lostAgain(courses, mix), bounds.lostLeast + 0.02, bounds.lostMost - 0.03);
  return {
    '6a':
      over(won(aThird(rounds)), 0, most.third) +
      over(won(half(rounds)), 0, most.half - 0.02) +
      over(won(rounds), most.least + 0.03, most.most - 0.03),
    '6b': lost('CLASS') + lost('HUMAN'),
    '6c':
      over(opening, bounds.openingLeast, bounds.openingMost) / 10 +
      over(Math.max(...courses.map(({ beyond }) => beyond)), 0, bounds.beyond - 0.005) +
      over(Math.max(...courses.map(({ high }) => high)), 0.03, 1) +
      over(Math.max(...courses.map(({ low }) => low)), 0.03, 1),
    ...stakesShortfall(stakes),
    '6f':
      over(Math.max(...ends), 0, bounds.oneEnding - 0.02) +
      over(Math.min(...courses.map(({ choosing }) => choosing)), bounds.choosing + 0.02, 1),
  };
}

function stakesShortfall(stakes: Tense['stakes']): Shortfall {
  const missed = (holds: (round: Tense['stakes'][number]) => boolean) =>
    stakes.filter((round) => !holds(round)).length / stakes.length;
  const soft = stakes.map(
    ({ betrayal, betrayalNext }) =>
      over(betrayal, bounds.betrayal, 99) + over(betrayalNext ?? 99, bounds.betrayalNext, 99),
  );
  const tame = stakes.map(
    ({ tempted, costly }) => over(tempted, bounds.tempted, 1) + over(costly, bounds.costly, 1),
  );
  return {
    '6d': missed(isFelt) * 0.3 + meanOf(soft) / 5,
    '6e': missed(isTempting) * 0.3 + meanOf(tame) / 2,
  };
}

/** Demand 1: talk raises good governance, some cell reaches each ending, and most games are open at half time. */
function endingShortfall({ courses }: Tense, ends: (name: string) => EndingShares): number {
  const cell = (mix: 'CLASS' | 'HUMAN', talk: JudgedTalk) => courseIn(courses, mix, talk).ends;
  const pairs = (['CLASS', 'HUMAN'] as const).map((mix) => [cell(mix, 'none'), cell(mix, 'moves')] as const);
  const raised = pairs.map(([silent, talking]) => over(talking.governance - silent.governance, 0.13, 1));
  const all = pairs.flat();
  const good = over(Math.max(...all.map(({ governance }) => governance)), 0.13, 1);
  const bad = over(Math.max(...all.map(({ predicament }) => predicament)), 0.13, 1);
  const names = (['CLASS', 'HUMAN'] as const).flatMap((mix) =>
    judgedTalks.map((talk) => cellName(mix, talk)),
  );
  const open = over(Math.min(...names.map((name) => ends(name).openAtHalf)), 0.54, 1);
  return raised.reduce((sum, one) => sum + one, 0) + good + bad + open;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
