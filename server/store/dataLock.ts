import { existsSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from './sessionStore.ts';

const LOCK_FILE = 'lock.sqlite';
/** SQLite result codes: locked by another process; a damaged database; no database at all. */
const [BUSY, CORRUPT, NO_DATABASE] = [5, 11, 26] as const;

/** A data directory that this process holds. */
export interface DataLock {
  release(): void;
}

/**
 * Holds a data directory for this process. The lock belongs to the operating system, on a file of its own, so it ends with the
 * process however that ends; neither a leftover file nor garbage in it blocks anybody. Throws a `StoreError` with one sentence if
 * another process holds the directory or it cannot be locked.
 */
export function lockData(directory: string): DataLock {
  const file = join(directory, LOCK_FILE);
  const tried = tryLock(file);
  if (typeof tried !== 'number') return tried;
  if (tried === CORRUPT || tried === NO_DATABASE) {
    // Emptied and not deleted: the holder of a lock holds it on this very file.
    const again = isEmptied(file) ? tryLock(file) : tried;
    if (typeof again !== 'number') return again;
  }
  throw new StoreError(
    'unavailable',
    tried === BUSY
      ? `Another Crossroads server is already using the data directory ${directory}.`
      : `The lock file ${file} cannot be opened. If no server runs on this directory, delete the file and start again.`,
  );
}

/** Whether another process holds a data directory; nobody holds one that does not exist. */
export function isDataHeld(directory: string): boolean {
  if (!existsSync(join(directory, LOCK_FILE))) return false;
  const tried = tryLock(join(directory, LOCK_FILE));
  if (typeof tried !== 'number') tried.release();
  return tried === BUSY;
}

/** The lock, or SQLite's number for the obstacle. */
function tryLock(file: string): DataLock | number {
  let lock: DatabaseSync | null = null;
  try {
    lock = new DatabaseSync(file, { timeout: 0 });
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;');
    const held = lock;
    return { release: () => held.close() };
  } catch (error) {
    lock?.close();
    return error instanceof Error && 'errcode' in error ? Number(error.errcode) : -1;
  }
}

function isEmptied(file: string): boolean {
  try {
    truncateSync(file);
    return true;
  } catch {
    return false;
  }
}
