import { join } from 'node:path';
import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { backUp, type BackupReport, restore } from '../store/backup.ts';
import { StoreError } from '../store/sessionStore.ts';
import { stampOf } from '../store/setAside.ts';
import { nameOfPlace, placeFor } from '../store/storePlace.ts';
import { CommandFailed } from '../lib/commandFailed.ts';

interface Flags {
  readonly data?: string;
}

/** `crossroads backup` and `crossroads restore`: the whole database as one file, and back. */
export function addBackup(program: Command, config: Config): void {
  program
    .command('backup')
    .description('copy all sessions to one file and check it, also while the server runs')
    .argument('[file]', 'where to write it (default: a new file in the folder of backups)')
    .option('--data <dir>', `the data directory (default: ${config.dataDir})`)
    .action(async (given: string | undefined, flags: Flags) => {
      const directory = directoryFor(config, flags);
      const folder = config.backupDir ?? join(directory, 'backups');
      const file = given ?? join(folder, `by-hand-${stampOf(Date.now())}.sqlite`);
      console.log(`${file}: ${contents(await orFailed(() => backUp(directory, file)))}`);
    });
  program
    .command('restore')
    .description('put a backup in the place of the database; the server must be stopped')
    .argument('<file>', 'a backup')
    .option('--data <dir>', `the data directory (default: ${config.dataDir})`)
    .action(async (file: string, flags: Flags) => {
      const directory = directoryFor(config, flags);
      const restored = await orFailed(() => restore(file, directory, Date.now()));
      console.log(`Restored ${file} to ${directory}: ${contents(restored)}`);
      if (restored.replaced !== null)
        console.log(`What was there before is kept as ${join(directory, restored.replaced)}.`);
    });
}

function directoryFor(config: Config, flags: Flags): string {
  const place = placeFor(config, flags.data);
  if (place.databaseUrl === null) return place.directory;
  throw new CommandFailed(
    `The sessions are in ${nameOfPlace(place)}. PostgreSQL has tools for its backups: pg_dump and pg_restore, as docs/deploy/postgres.md says.`,
  );
}

function contents({ sessions, damaged }: BackupReport): string {
  const whole = `${sessions} session${sessions === 1 ? '' : 's'}, checked.`;
  return damaged.length === 0 ? whole : `${whole} Damaged in it: ${damaged.join(', ')}.`;
}

async function orFailed<Value>(work: () => Value | Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreError) throw new CommandFailed(error.message);
    throw error;
  }
}
