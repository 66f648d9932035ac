import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { lockData } from './dataLock.ts';
import { isWithoutDatabase, signsOfEarlierDatabase } from './earlierSigns.ts';
import { DATABASE_NAME } from './place.ts';
import { isSoundDatabase, salvage } from './salvage.ts';
import { StoreError } from './sessionStore.ts';
import { setDatabaseAside } from './setAside.ts';

/** The sessions' table exists, the tables were never created, or some of them are missing. */
type Tables = 'there' | 'none' | 'lost';

const ADVICE =
  'Restore a backup with "crossroads restore FILE", or start with an empty database by "crossroads start --new-database"; what is there now is kept under another name.';

/**
 * Checks a data directory before the server opens it. Replaces a damaged database by its readable part. Throws a `StoreError` with
 * the possible remedies if an earlier database is missing or empty, or no session can be read; with `startsNew` an empty one takes
 * its place, and the old one is kept under another name.
 */
export function prepareData(directory: string, startsNew: boolean, nowMs: number): void {
  const lock = lockData(directory);
  try {
    const state = stateOf(directory);
    if (state === 'sound') return;
    if (state === 'absent') {
      const signs = signsOfEarlierDatabase(directory);
      if (signs.length === 0) return;
      if (!startsNew) throw new StoreError('unavailable', absent(directory, signs));
      setDatabaseAside(directory, 'replaced', nowMs);
    } else if (!salvage(directory, nowMs)) {
      if (!startsNew) throw new StoreError('unavailable', hopeless(directory));
      setDatabaseAside(directory, 'damaged', nowMs);
    }
  } finally {
    lock.release();
  }
}

function stateOf(directory: string): 'sound' | 'damaged' | 'absent' {
  if (isWithoutDatabase(directory)) return 'absent';
  const database = new DatabaseSync(join(directory, DATABASE_NAME), { timeout: 5000 });
  try {
    if (!isSoundDatabase(database)) return 'damaged';
    const tables = tablesIn(database);
    return tables === 'there' ? 'sound' : tables === 'none' ? 'absent' : 'damaged';
  } finally {
    database.close();
  }
}

function tablesIn(database: DatabaseSync): Tables {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (version === 0) return 'none';
  const wanted = [
    'sessions',
    'lines',
    'texts',
    'tokens',
    'probes',
    ...(version > 1 ? ['settings'] : []),
    ...(version > 4 ? ['packs'] : []),
  ];
  const names = new Set(
    database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all()
      .map(({ name }) => name),
  );
  return wanted.every((name) => names.has(name)) ? 'there' : 'lost';
}

function absent(directory: string, signs: readonly string[]): string {
  return `The database in ${directory} is missing or empty, but this directory had one before (there is ${signs.join(', ')}). ${ADVICE}`;
}

function hopeless(directory: string): string {
  return `The database in ${directory} is damaged, and no session in it can be read. ${ADVICE}`;
}
