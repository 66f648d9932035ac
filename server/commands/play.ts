import type { Command } from 'commander';
import { parseMix } from '#shared/bots/mixes.ts';
import { scenarioIds } from '#shared/scenario/packs.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { CommandFailed } from '../lib/commandFailed.ts';
import { writeTextFile } from '../lib/textFile.ts';
import { wholeNumber } from '../lib/wholeNumber.ts';
import { type PlayInput, playSession } from './playSession.ts';
import { planNamed, scenarioNamed } from '../lib/scenarioNamed.ts';
import { endingText, roundTable, stagesOf } from './roundTable.ts';

interface PlayOptions {
  readonly bots: string;
  readonly scenario: string;
  readonly plan?: string;
  readonly seed: number;
  readonly log: string;
  readonly talk?: true;
  readonly json?: true;
}

/** `crossroads play`: bots play a whole session, through the same layers as people, into a log file. */
export function addPlay(program: Command): void {
  program
    .command('play')
    .description('play a whole session with bots and write its log')
    .requiredOption('--bots <mix>', 'a named mix (CLASS, HUMAN, …) or shares such as "hedger=.5,bridge=.5"')
    .option(
      '--scenario <id|file>',
      `a shipped scenario (${scenarioIds.join(', ')}) or a scenario file`,
      'archipelago',
    )
    .option('--plan <id>', "rounds and steps, such as 6x3; the scenario's first plan by default")
    .option('--seed <n>', 'the same seed gives the same session', wholeNumber(0, 2 ** 32 - 1), 1)
    .requiredOption('--log <file>', 'where to write the log (.jsonl, or .jsonl.zst to pack it)')
    .option('--talk', 'let the bots negotiate: they offer, sign, keep or break, and say so')
    .option('--json', 'print rounds and scores as JSON')
    .action(async (options: PlayOptions) => {
      const played = await playSession(inputOf(options));
      writeTextFile(options.log, played.log);
      const { state } = played;
      console.log(
        options.json === true
          ? jsonOf(state)
          : `${roundTable(state, stagesOf(state))}\n\n${endingText(state)}`,
      );
    });
}

function inputOf(options: PlayOptions): PlayInput {
  const mix = parseMix(options.bots);
  if (!mix.ok) throw new CommandFailed(mix.failure, 2);
  const scenario = scenarioNamed(options.scenario);
  const plan = planNamed(scenario, options.plan).id;
  return { scenario, plan, seed: options.seed, mix: mix.value, talk: options.talk === true };
}

function jsonOf(state: SessionState): string {
  const rounds = state.rounds.map(({ round, events, orders, indicators }) => ({
    round,
    events: events.map(({ event }) => event),
    orders,
    indicators,
  }));
  const scores = state.phase.name === 'ended' ? state.phase.finalScores : null;
  return JSON.stringify({
    seats: state.seats.map(({ id }) => id),
    rounds,
    stage: state.world.stage,
    finalScores: scores,
  });
}
