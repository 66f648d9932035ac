import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { CommandFailed } from '../lib/commandFailed.ts';
import { lockData } from '../store/dataLock.ts';
import { isWithoutDatabase } from '../store/earlierSigns.ts';
import { openBeside } from '../store/openDatabase.ts';
import { StoreError } from '../store/sessionStore.ts';
import { nameOfPlace } from '../store/storePlace.ts';

interface Flags {
  readonly data?: string;
}

/** `crossroads migrate-store`: for a school that has outgrown its file. */
export function addMigrateStore(program: Command, config: Config): void {
  program
    .command('migrate-store')
    .description('copy all sessions of a data directory to the PostgreSQL database of DATABASE_URL')
    .option('--data <dir>', `the data directory (default: ${config.dataDir})`)
    .action(async (flags: Flags) => {
      const directory = flags.data ?? config.dataDir;
      const { databaseUrl } = config;
      if (databaseUrl === null) throw new CommandFailed('Say where to: set DATABASE_URL.', 2);
      if (isWithoutDatabase(directory)) throw new CommandFailed(`There is no database in ${directory}.`);
      console.log(await moved(directory, databaseUrl));
    });
}

async function moved(directory: string, databaseUrl: string): Promise<string> {
  const { migrateStore } = await import('../store/postgres/migrateStore.ts');
  try {
    const lock = lockData(directory);
    const database = openBeside(directory);
    try {
      const { sessions, lines, damaged } = await migrateStore(database, databaseUrl);
      const there = nameOfPlace({ directory, databaseUrl });
      const whole = `${sessions} session${sessions === 1 ? '' : 's'} with ${lines} lines are now in ${there}, every chain verified.`;
      const broken = `Damaged before and after: ${damaged.join(', ')}.`;
      return [
        damaged.length === 0 ? whole : `${whole.replace(', every chain verified', '')} ${broken}`,
        `${directory} stays as it is; its key and its list of erased words are still needed.`,
      ].join('\n');
    } finally {
      database.close();
      lock.release();
    }
  } catch (error) {
    if (error instanceof StoreError) throw new CommandFailed(error.message);
    throw error;
  }
}
