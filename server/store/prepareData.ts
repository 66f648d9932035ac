import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { lockData } from './dataLock.ts';
import { isWithoutDatabase, lostDatabase, whatToDo } from './earlierSigns.ts';
import { DATABASE_NAME } from './place.ts';
import { isSoundDatabase, salvage } from './salvage.ts';
import { StoreError } from './sessionStore.ts';
import { setDatabaseAside } from './setAside.ts';
import { tablesIn } from './tablesIn.ts';

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
      const lost = lostDatabase(directory);
      if (lost === null) return;
      if (!startsNew) throw new StoreError('unavailable', lost);
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

function hopeless(directory: string): string {
  return `The database in ${directory} is damaged, and no session in it can be read. ${whatToDo}`;
}
