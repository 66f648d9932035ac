import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import { type Mix, parseMix } from '#shared/bots/mixes.ts';
import { type TalkId, talkIds } from '#shared/simulation/talk.ts';
import { CommandFailed } from '../lib/commandFailed.ts';
import { wholeNumber } from '../lib/wholeNumber.ts';
import type { Place, Run } from './run.ts';
import { planNamed, scenarioNamed } from '../lib/scenarioNamed.ts';
import { parseSettings, parseSweeps } from './settings.ts';

/** The options of `crossroads simulate` that decide rows. */
export interface RunOptions {
  readonly scenario?: string;
  readonly seats?: number;
  readonly plan?: string;
  readonly rounds?: number;
  readonly steps?: number;
  readonly games: number;
  readonly seed: number;
  readonly bots: string;
  readonly talk: TalkId;
  readonly openDeck?: true;
  readonly indicators?: true;
  readonly set: readonly string[];
  readonly sweep: readonly string[];
}

/** Adds the options that decide the rows of a run. */
export function addRunOptions(command: Command): Command {
  return command
    .option('--scenario <id|file>', 'a shipped scenario or a scenario file')
    .option('--seats <n>', 'the reference table of so many seats instead of a scenario', wholeNumber(3, 40))
    .option('--plan <id>', "one of the scenario's plans; the first by default")
    .option('--rounds <n>', 'rounds, instead of those of a plan', wholeNumber(1, 100))
    .option('--steps <n>', 'steps of a round, instead of those of a plan', wholeNumber(1, 20))
    .option('--games <n>', 'games, for each cell of a sweep', wholeNumber(1, 100_000_000), 1000)
    .option('--seed <n>', 'seed of the first game; the next has the next', wholeNumber(0, 2 ** 32 - 1), 1)
    .option('--bots <mix>', 'a named mix (CLASS, HUMAN, …) or shares such as "hedger=.5,bridge=.5"', 'CLASS')
    .option('--talk <kind>', `talk between bots: ${talkIds.join(', ')}`, talkKind, 'none')
    .option('--open-deck', 'all cards from the first round, instead of the deck of a session')
    .option('--indicators', 'measures of network science after every round, in the table of rounds')
    .option('--set <parameter=value>', 'another number for a rule; several times', gathered, [])
    .option('--sweep <parameter=from:to:count>', 'a range of numbers; several times', gathered, []);
}

/** How many worker threads to use by default. */
export const DEFAULT_WORKERS = Math.max(1, availableParallelism());

function gathered(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

function talkKind(text: string): TalkId {
  const kind = talkIds.find((id) => id === text);
  if (kind === undefined) throw new InvalidArgumentError(`Choose from ${talkIds.join(', ')}.`);
  return kind;
}

/** Parses `i/n`. */
export function shardNumber(text: string): { readonly index: number; readonly of: number } {
  const [index = 0, of = 0, ...more] = text.split('/').map(Number);
  const isWhole = Number.isInteger(index) && Number.isInteger(of) && more.length === 0;
  if (!isWhole || of < 1 || of > 99_999 || index < 1 || index > of)
    throw new InvalidArgumentError('Write i/n with i from 1 to n, such as 3/64.');
  return { index, of };
}

/** The run that the options describe. Fails with one sentence. */
export function runFrom(options: RunOptions): Run {
  const { games, seed, talk } = options;
  return {
    place: placeFrom(options),
    games,
    seed,
    mix: mixFrom(options.bots),
    talk,
    openDeck: options.openDeck === true,
    indicators: options.indicators === true,
    settings: parseSettings(options.set),
    sweeps: parseSweeps(options.sweep),
  };
}

function mixFrom(text: string): Mix {
  const mix = parseMix(text);
  if (mix.ok) return mix.value;
  throw new CommandFailed(mix.failure, 2);
}

function placeFrom(options: RunOptions): Place {
  const { scenario: name, seats, plan: planId, rounds, steps } = options;
  if ((name === undefined) === (seats === undefined))
    throw new CommandFailed('Say where to play: --scenario ID or FILE, or --seats N.', 2);
  if ((rounds === undefined) !== (steps === undefined))
    throw new CommandFailed('--rounds and --steps belong together.', 2);
  if (planId !== undefined && rounds !== undefined)
    throw new CommandFailed('A plan has its own rounds and steps; give --plan, or --rounds and --steps.', 2);
  const pace = rounds === undefined || steps === undefined ? null : { rounds, steps };
  if (name === undefined) {
    if (planId !== undefined)
      throw new CommandFailed('The reference table has no plans; give --rounds and --steps.', 2);
    const usual = (seats ?? 0) < 8 ? { rounds: 5, steps: 3 } : { rounds: 6, steps: 3 };
    return { kind: 'standard', seats: seats ?? 0, pace: pace ?? usual };
  }
  const scenario = scenarioNamed(name);
  const plan = planNamed(scenario, planId);
  return { kind: 'scenario', scenario, plan: { ...plan, ...pace } };
}
