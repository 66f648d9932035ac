import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';

/** Only the owner may read and write it. */
const OWNER_ONLY = 0o600;

/**
 * Creates a file that only the server's user may read, or restricts an existing one: it contains what people wrote. SQLite gives
 * the files beside a database the rights of the database. On Windows, where the rights of the folder count, this changes nothing.
 * A file of another user, or on a disk without rights, stays as it is.
 */
export function ownFile(file: string): void {
  try {
    // Does not open an existing database: closing it would release the locks that this process holds on it.
    if (existsSync(file)) chmodSync(file, OWNER_ONLY);
    else closeSync(openSync(file, 'wx', OWNER_ONLY));
  } catch {
    // The next call that opens the file reports why it cannot be used.
  }
}

/** Does this for a database and for what an earlier version left beside it. */
export function ownDatabase(file: string): void {
  ownFile(file);
  for (const beside of [`${file}-wal`, `${file}-shm`]) if (existsSync(beside)) ownFile(beside);
}
