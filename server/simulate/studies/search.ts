import { appendFileSync, existsSync } from 'node:fs';
import { z } from 'zod';
import { chanceFor } from '#shared/bots/chance.ts';
import { openingTableOf } from '#shared/simulation/condition.ts';
import { CommandFailed } from '../../lib/commandFailed.ts';
import { readTextFile } from '../../lib/textFile.ts';
import { lastThird, leastWithHawk } from './criteria.ts';
import { type Candidate, candidateOf, knobs, neighbour, turned } from './knobs.ts';
import { conditionOf, type Lab, measured, type Stand } from './lab.ts';
import { stakesOf } from './stakes.ts';
import { coursesOf, openingOf } from './tension.ts';
import { boundsOf, bounds, courseIn, isFelt, isTempting, lostAgain, type Tense } from './tensionCriteria.ts';
import { aThird, half } from './tension.ts';

/** How far a stand is from the demands that a search reads, by demand; 0 is met. */
export type Shortfall = Readonly<Record<string, number>>;

/** How much each demand weighs, by its order of worth. */
const weights: Readonly<Record<string, number>> = {
  '6a': 6,
  '6d': 5,
  '6e': 4,
  '6b': 3,
  '6c': 2.5,
  '6f': 2,
  '1': 3,
  '2': 3,
  '3': 3,
};

const tryShape = z.strictObject({
  try: z.int().min(0),
  candidate: z.record(z.string(), z.number()),
  shortfall: z.record(z.string(), z.number()),
  loss: z.number(),
});
/** One line of the trail of a search. */
type Try = z.infer<typeof tryShape>;

/** What a search is told. */
export interface SearchOptions {
  readonly tries: number;
  /** File of the trail, one try a line; a search goes on where the trail ends. */
  readonly trail: string;
  /** Games from which stakes are read. */
  readonly stakesGames: number;
  /** Another trail, whose best candidate is tried first; absent: the pack as it is. */
  readonly from?: string;
  readonly heard: (tried: Try, best: Try) => void;
}

/**
 * Searches the knobs of one scenario and plan: from the best so far to a neighbour, which is kept if it falls short by less. The same seed and trail
 * give the same tries. The verdict belongs to other seeds: `simulate balance --seed`.
 */
export async function search(lab: Lab, stand: Stand, options: SearchOptions): Promise<Try> {
  const tries = readTrail(options.trail);
  const { setting } = openingTableOf(stand.table, lab.seed);
  const elsewhere = options.from === undefined ? undefined : bestOf(readTrail(options.from));
  const first = elsewhere?.candidate ?? candidateOf(stand, setting.parameters);
  let best = bestOf(tries);
  for (let count = tries.length; count < options.tries; count += 1) {
    const chance = chanceFor(lab.seed, count, 0);
    const candidate = best === undefined ? first : neighbour(best.candidate, chance);
    const shortfall = await shortfallOf(lab, turned(stand, candidate), options.stakesGames);
    const tried: Try = { try: count, candidate, shortfall, loss: lossOf(shortfall) };
    appendFileSync(options.trail, `${JSON.stringify(tried)}\n`);
    if (best === undefined || tried.loss < best.loss) best = tried;
    options.heard(tried, best);
  }
  if (best === undefined) throw new CommandFailed('Nothing was tried.', 2);
  return best;
}

function bestOf(tries: readonly Try[]): Try | undefined {
  return tries.toSorted((a, b) => a.loss - b.loss)[0];
}

function readTrail(file: string): readonly Try[] {
  if (!existsSync(file)) return [];
  return readTextFile(file)
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => {
      const parsed = tryShape.safeParse(JSON.parse(line));
      if (parsed.success) return parsed.data;
      throw new CommandFailed(`Line ${index + 1} of ${file} is not a try of a search.`, 2);
    });
}

/** The weighted sum of what is missing. */
export function lossOf(shortfall: Shortfall): number {
  const sum = Object.entries(shortfall).reduce(
    (total, [demand, miss]) => total + (weights[demand] ?? 1) * miss,
    0,
  );
  return Math.round(sum * 1e4) / 1e4;
}

async function shortfallOf(lab: Lab, stand: Stand, stakesGames: number): Promise<Shortfall> {
  const { rounds } = stand.plan;
  const courses = await coursesOf(lab, stand);
  const twist = (round: number) => ({ kind: 'cooperateFrom', round }) as const;
  const whole = await measured(lab, conditionOf(lab, stand, 'CLASS', 'none', twist(1)));
  const late = await measured(lab, conditionOf(lab, stand, 'CLASS', 'none', twist(lastThird(rounds))));
  const hawk = await measured(
    lab,
    conditionOf(lab, stand, 'WILLING', 'talk', { kind: 'oneSeat', disposition: 'securitizer' }),
  );
  const tense: Tense = {
    courses,
    stakes: stakesOf(lab, stand, stakesGames),
    opening: openingOf(stand),
    rounds,
    byMarks: true,
    isFirstSession: stand.scenario.id === FIRST_SESSION,
  };
  return {
    ...tensionShortfall(tense),
    '1': endingShortfall(tense),
    '2': over(whole.governance, 0.92, 1) + over(late.governance, 0, 0.42),
    '3': over(hawk.governance, leastWithHawk(stand.scenario.seats.length) + 0.02, 1),
  };
}

/** The scenario that is played first, where winning may be easier. */
export const FIRST_SESSION = 'archipelago';

/** How far a value lies outside its bounds. */
function over(value: number, least: number, most: number): number {
  return Math.max(0, least - value, value - most);
}

/** What is missing of 6a to 6f; shares as they are, points by ten. */
export function tensionShortfall(tense: Tense): Shortfall {
  const { courses, stakes, opening, rounds, isFirstSession } = tense;
  const { standing } = courseIn(courses, 'WILLING', 'talk');
  const won = (round: number) => standing[round - 1] ?? 0;
  const most = boundsOf(isFirstSession);
  const ends = courses.map(({ ends: of }) => Math.max(of.governance, of.predicament, of.open));
  return {
    '6a':
      over(won(aThird(rounds)), 0, most.third) +
      over(won(half(rounds)), 0, most.half) +
      over(won(rounds), most.least + 0.03, most.most - 0.03),
    '6b':
      over(lostAgain(courses, 'CLASS'), bounds.lostLeast, bounds.lostMost) +
      over(lostAgain(courses, 'HUMAN'), bounds.lostLeast, bounds.lostMost),
    '6c':
      over(opening, bounds.openingLeast, bounds.openingMost) / 10 +
      over(Math.max(...courses.map(({ beyond }) => beyond)), 0, bounds.beyond),
    ...stakesShortfall(stakes),
    '6f':
      over(Math.max(...ends), 0, bounds.oneEnding) +
      over(Math.min(...courses.map(({ choosing }) => choosing)), bounds.choosing, 1),
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

/** Demand 1: talk raises good governance, and the predicament is met in some cell. */
function endingShortfall({ courses }: Tense): number {
  const cell = (mix: 'CLASS' | 'HUMAN', talk: 'none' | 'talk') => courseIn(courses, mix, talk).ends;
  const raised = (['CLASS', 'HUMAN'] as const).map((mix) =>
    over(cell(mix, 'talk').governance - cell(mix, 'none').governance, 0.12, 1),
  );
  const all = (['CLASS', 'HUMAN'] as const).flatMap((mix) => [cell(mix, 'none'), cell(mix, 'talk')]);
  const good = over(Math.max(...all.map(({ governance }) => governance)), 0.12, 1);
  const bad = over(Math.max(...all.map(({ predicament }) => predicament)), 0.12, 1);
  return raised.reduce((sum, one) => sum + one, 0) + good + bad;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** A candidate as a line for people. */
export function candidateText(candidate: Candidate): string {
  return knobs.map(({ name }) => `${name} ${candidate[name] ?? '–'}`).join(', ');
}
