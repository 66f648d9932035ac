import { Command, CommanderError } from 'commander';
import { addBackup } from './commands/backup.ts';
import { addCoverage } from './commands/coverage.ts';
import { CommandFailed } from './lib/commandFailed.ts';
import { addExport } from './commands/export.ts';
import { addFits } from './commands/fits.ts';
import { addPassword } from './commands/password.ts';
import { addPlay } from './commands/play.ts';
import { addRehearse } from './commands/rehearse.ts';
import { addReplay } from './commands/replay.ts';
import { addResolve } from './commands/resolve.ts';
import { sentenceFor } from './commands/sentenceFor.ts';
import { addSessions } from './commands/sessions.ts';
import { addStart } from './commands/start.ts';
import { addVariables } from './commands/variables.ts';
import { addVerify } from './commands/verify.ts';
import { addCheck } from './commands/check.ts';
import { addMigrateStore } from './commands/migrateStore.ts';
import { addMerge } from './commands/merge.ts';
import { addSimulate } from './commands/simulate.ts';
import { addWhatIf } from './commands/whatif.ts';
import { addWhy } from './commands/why.ts';
import { BUILD, type Config, readConfig } from './config.ts';

function programFor(config: Config): Command {
  const program = new Command('crossroads')
    .description('Crossroads: a negotiation game about global cyberspace governance')
    .version(BUILD)
    .showHelpAfterError('(add --help for what is possible)')
    .exitOverride();
  addStart(program, config);
  addBackup(program, config);
  addMigrateStore(program, config);
  addPassword(program, config);
  addVariables(program);
  addPlay(program);
  addResolve(program);
  addReplay(program);
  addRehearse(program, config);
  addVerify(program);
  addExport(program, config);
  addSessions(program, config);
  addCheck(program);
  addMerge(program);
  addSimulate(program);
  addWhatIf(program);
  addFits(program);
  addCoverage(program);
  addWhy(program);
  return program;
}

/** The program's own output to the terminal; a running server redirects library output into its log. */
const complain = console.error.bind(console);

/** Runs the command line and returns the exit code: 0 done, 1 failed or not verified, 2 wrong usage. */
async function run(): Promise<number> {
  const config = readConfig();
  if (!config.ok) {
    complain(config.failure.join('\n'));
    return 2;
  }
  try {
    await programFor(config.value).parseAsync();
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    complain(error instanceof CommandFailed ? error.message : sentenceFor(error));
    return error instanceof CommandFailed ? error.exitCode : 1;
  }
}

process.on('uncaughtException', (error) => {
  complain(sentenceFor(error));
  process.exit(1);
});

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of our output has closed it (as `| head` does); nobody is left to tell.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await run();
