import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_NAME } from './place.ts';

/** What somebody can do whose database is gone or cannot be read; a sentence. */
export const whatToDo =
  'Restore a backup with "crossroads restore FILE", or start with an empty database by "crossroads start --new-database"; what is there now is kept under another name.';

/** Says of a directory without a database that it had one before, and what can be done; null for a new directory. */
export function lostDatabase(directory: string): string | null {
  const signs = signsOfEarlierDatabase(directory);
  if (signs.length === 0) return null;
  return `The database in ${directory} is missing or empty, but this directory had one before (there is ${signs.join(', ')}). ${whatToDo}`;
}

/**
 * Signs that a data directory without a database once had one, as words for a sentence; none in a new directory. The key is
 * created only after the database; SQLite leaves its log only beside one.
 */
function signsOfEarlierDatabase(directory: string): readonly string[] {
  const signs: string[] = [];
  if (existsSync(join(directory, 'secrets', 'host.key'))) signs.push('the key of a server');
  if (sizeOf(join(directory, `${DATABASE_NAME}-wal`)) > 0) signs.push("the database's log");
  const names = namesIn(directory);
  if (names.some((name) => /^crossroads\.sqlite\.(damaged|replaced)-/.test(name)))
    signs.push('a database that was set aside');
  if (namesIn(join(directory, 'backups')).length > 0) signs.push('backups');
  return signs;
}

/** Whether a data directory has no database, or an empty file instead. */
export function isWithoutDatabase(directory: string): boolean {
  return sizeOf(join(directory, DATABASE_NAME)) === 0;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
