import type { Command } from 'commander';
import { mixes } from '#shared/bots/mixes.ts';
import { at } from '#shared/lib/at.ts';
import { quantileOf } from '#shared/lib/quantileOf.ts';
import type { SessionLog } from '#shared/log/line.ts';
import { parseLog } from '#shared/log/parse.ts';
import { type Cast, continuation } from '#shared/run/fan.ts';
import { castBy, fitCharacters } from '#shared/run/fit.ts';
import { type LocalSession, standsAfterRounds } from '#shared/run/localSession.ts';
import { CommandFailed } from '../lib/commandFailed.ts';
import { planNamed, scenarioNamed } from '../lib/scenarioNamed.ts';
import { readTextFile, writeTextFile } from '../lib/textFile.ts';
import { wholeNumber } from '../lib/wholeNumber.ts';
import { playSession } from './playSession.ts';
import { betweenMarks } from './betweenMarks.ts';

const MARKS = {
  begin: '<!-- coverage: made by crossroads coverage --into FILE -->',
  end: '<!-- end of coverage -->',
};

interface CoverageOptions {
  readonly scenario: string;
  readonly plan?: string;
  readonly round: number;
  readonly sessions: number;
  readonly runs: number;
  readonly from: number;
  readonly into?: string;
}

/** Who goes on in the continuations: the bots that sat there, or characters as often as they explain a seat's cards. */
type Players = 'own' | 'fitted';

/** For one session, whether its dial lay within the band, by round after the fork. */
export type Within = Readonly<Record<Players, readonly boolean[]>>;

/** `crossroads coverage`: how often what came lay within the band that a fan would have drawn. */
export function addCoverage(program: Command): void {
  program
    .command('coverage')
    .description("how often a session's later dial lies in the 90 % band of its fan")
    .option('--scenario <id|file>', 'the scenario', 'archipelago')
    .option('--plan <id>', 'its plan; the first by default')
    .option('--round <n>', 'the fan begins after this round', wholeNumber(1, 40), 2)
    .option('--sessions <n>', 'how many sessions', wholeNumber(1, 10_000), 500)
    .option('--runs <n>', 'continuations of each', wholeNumber(20, 2000), 200)
    .option('--from <seed>', 'seed of the first session', wholeNumber(1, 1_000_000), 1)
    .option('--into <file>', 'write it into a page, between its two marks')
    .action(async (options: CoverageOptions) => {
      const { into } = options;
      // A page that cannot take the table is told before minutes of play.
      if (into !== undefined) betweenMarks(readTextFile(into), into, MARKS, '');
      const text = coverageText(await studied(options), options);
      if (into === undefined) return console.log(text);
      writeTextFile(into, betweenMarks(readTextFile(into), into, MARKS, text));
      console.log(`${into}: ${options.sessions} sessions.`);
    });
}

async function studied(options: CoverageOptions): Promise<readonly Within[]> {
  const all: Within[] = [];
  for (let seed = options.from; seed < options.from + options.sessions; seed += 1)
    all.push(await withinBands(seed, options));
  return all;
}

/** Plays a session of novices, and asks of it what a fan after a round would have shown. */
export async function withinBands(
  seed: number,
  { scenario, plan, round, runs }: Pick<CoverageOptions, 'scenario' | 'plan' | 'round' | 'runs'>,
): Promise<Within> {
  const found = scenarioNamed(scenario);
  const planId = plan === undefined ? at(found.plans, 0).id : planNamed(found, plan).id;
  const played = await playSession({ scenario: found, plan: planId, seed, mix: mixes.CLASS });
  const log = parseLog(played.log);
  if (!log.ok) throw new Error(log.failure.what);
  const { rounds, seats } = played.state;
  if (round >= rounds.length)
    throw new CommandFailed(`A session has ${rounds.length} rounds: nothing comes after round ${round}.`, 2);
  const actual = rounds.slice(round).map(({ indicators }) => indicators.direction);
  const own = seats.map(({ bot }) => bot ?? 'hold');
  const fitted = castBy(fitCharacters(log.value));
  const within = async (cast: Cast): Promise<readonly boolean[]> => {
    const paths: (readonly number[])[] = [];
    const stand = handedBack(standAfter(log.value, round));
    for (let run = 1; run <= runs; run += 1)
      paths.push((await continuation(stand, run, { cast, talk: false })).dial.slice(round));
    return actual.map((dial, later) =>
      isWithin(
        dial,
        paths.map((path) => at(path, later)),
      ),
    );
  };
  return { own: await within(() => own), fitted: await within(fitted) };
}

function standAfter(log: SessionLog, round: number): LocalSession {
  const stand = standsAfterRounds(log).get(round);
  if (stand === undefined) throw new Error(`round ${round} was not played`);
  return stand;
}

/** The session with people in the place of its bots, so that any character can go on for them. */
function handedBack(session: LocalSession): LocalSession {
  for (const { id: seat } of session.state.seats) {
    const delegate = `person-${seat}`;
    const sits = session.judge({ kind: 'delegate', delegate, seat }, `sit-${seat}`, {
      type: 'takeSeat',
      seat,
      delegate,
      name: null,
    });
    const isCovered = session.state.seats.some(({ id, bot }) => id === seat && bot !== null);
    const back = isCovered
      ? session.judge({ kind: 'server' }, `back-${seat}`, { type: 'handBackSeat', seat })
      : sits;
    if (!sits.ok || !back.ok) throw new Error(`nobody could sit at ${seat}: ${JSON.stringify([sits, back])}`);
  }
  return session;
}

/** Whether a value lies between the 5th and the 95th of a hundred. */
function isWithin(value: number, values: readonly number[]): boolean {
  return quantileOf(values, 0.05) <= value && value <= quantileOf(values, 0.95);
}

function coverageText(
  all: readonly Within[],
  { scenario, plan, round, runs, from }: CoverageOptions,
): string {
  const share = (players: Players, later: number): string =>
    `${Math.round((100 * all.filter((one) => at(one[players], later)).length) / all.length)} %`;
  const last = at(all, 0).own.length - 1;
  const where = plan === undefined ? scenario : `${scenario} ${plan}`;
  return [
    `${all.length} sessions of *${where}* by novices (mix CLASS), seeds from ${from}; ${runs} continuations of each after round ${round}. The end lay within the band in ${share('own', last)} of the sessions where the bots that had played went on, and in ${share('fitted', last)} where characters did as often as they explain the cards, as for people.`,
    '',
    '| dial after round | the same bots | the fitted characters |',
    '| --- | --- | --- |',
    ...at(all, 0).own.map(
      (_, later) => `| ${round + later + 1} | ${share('own', later)} | ${share('fitted', later)} |`,
    ),
  ].join('\n');
}
