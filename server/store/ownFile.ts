import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';

/** Read and written by its owner and by nobody else. */
const OWNER_ONLY = 0o600;

/**
 * Makes a file that only the user of the server may read, or shuts one that is there to everybody else: it holds what people
 * wrote. SQLite gives what it makes beside a database the rights of the database. On Windows, where the rights of the folder
 * count, this changes nothing. A file of another user, or on a disk without rights, stays as it is.
 */
export function ownFile(file: string): void {
  try {
    // A database that is there is not opened here: to close it would let go of the locks that this process has on it.
    if (existsSync(file)) chmodSync(file, OWNER_ONLY);
    else closeSync(openSync(file, 'wx', OWNER_ONLY));
  } catch {
    // Whoever opens it next says why it cannot be used.
  }
}

/** Does so for a database, and shuts what an earlier version has left beside it. */
export function ownDatabase(file: string): void {
  ownFile(file);
  for (const beside of [`${file}-wal`, `${file}-shm`]) if (existsSync(beside)) ownFile(beside);
}
