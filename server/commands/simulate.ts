import type { Command } from 'commander';
import { runBatch } from '../simulate/batch.ts';
import {
  addRunOptions,
  DEFAULT_WORKERS,
  runFrom,
  type RunOptions,
  shardNumber,
} from '../simulate/options.ts';
import { rateSentence, showProgress } from '../simulate/progress.ts';
import { addStudies } from '../simulate/studies/addStudies.ts';
import { CommandFailed } from '../lib/commandFailed.ts';
import { wholeNumber } from '../lib/wholeNumber.ts';

/** Exit code of a program that was interrupted. */
const INTERRUPTED = 130;

interface SimulateOptions extends RunOptions {
  readonly shard?: { readonly index: number; readonly of: number };
  readonly workers: number;
  readonly csv?: true;
  readonly out?: string;
}

/** `crossroads simulate`: bots play many games into Parquet files; the subcommands are the studies of balance and behaviour. */
export function addSimulate(program: Command): void {
  // Without this, options after the name of a study would count as options of *simulate*.
  program.enablePositionalOptions();
  const simulate = program
    .command('simulate')
    .description('play many games of bots and write what happened as Parquet files')
    .enablePositionalOptions();
  addRunOptions(simulate)
    .option('--shard <i/n>', 'play only the i-th of n parts', shardNumber)
    .option('--workers <n>', 'worker threads', wholeNumber(1, 1024), DEFAULT_WORKERS)
    .option('--csv', 'write CSV files as well')
    .option('--out <dir>', 'where to write')
    .action(simulateGames);
  addStudies(simulate);
}

async function simulateGames(options: SimulateOptions): Promise<void> {
  const { out, shard = null, workers, csv = false } = options;
  if (out === undefined) throw new CommandFailed('Say where to write: --out DIR.', 2);
  const run = runFrom(options);
  const began = performance.now();
  const processor = process.cpuUsage();
  const progress = showProgress();
  const report = await runBatch(run, { out, workers, shard, csv, progress });
  const { games, written, skipped, interrupted } = report;
  const there = skipped === 0 ? '' : ` ${skipped} were there already.`;
  console.log(`${out}: ${written} shard${written === 1 ? '' : 's'} written.${there}`);
  if (games > 0) {
    const used = process.cpuUsage(processor);
    const seconds = (performance.now() - began) / 1000;
    console.log(rateSentence(games, seconds, workers, (used.user + used.system) / 1e6));
  }
  if (!interrupted) return;
  console.error('Interrupted. Finished shards are whole; the same command goes on from here.');
  process.exitCode = INTERRUPTED;
}
