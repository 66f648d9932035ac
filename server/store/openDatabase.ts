import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder } from '../lib/makeFolder.ts';
import { lockData } from './dataLock.ts';
import { isWithoutDatabase, lostDatabase } from './earlierSigns.ts';
import { migrate } from './migrations/migrate.ts';
import { ownDatabase } from './ownFile.ts';
import { DATABASE_NAME } from './place.ts';
import { StoreError } from './sessionStore.ts';

/** How long a reader of another process may delay a write. */
export const BUSY_MS = 5000;

/** An open database with the lock that excludes a second server. */
export interface OwnedDatabase {
  readonly database: DatabaseSync;
  release(): void;
}

/**
 * Opens the database of a data directory for this server alone. The operating system holds the lock on a file of its own, so it
 * ends with the process however that ends, and it does not exclude readers (an export). Throws a `StoreError` with one sentence if
 * the directory is in use or cannot be written.
 */
export function openDatabase(directory: string): OwnedDatabase {
  makeWritable(directory);
  const lock = lockData(directory);
  try {
    ownDatabase(databaseFile(directory));
    const database = new DatabaseSync(databaseFile(directory), { timeout: BUSY_MS });
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
    migrate(database);
    return { database, release: () => lock.release() };
  } catch (error) {
    lock.release();
    const reason = error instanceof Error ? error.message : 'unknown';
    throw new StoreError('unavailable', `The database in ${directory} cannot be opened: ${reason}.`);
  }
}

/** Opens the database of a data directory read-only, beside a running server. */
export function openReadOnly(directory: string): DatabaseSync {
  try {
    return new DatabaseSync(databaseFile(directory), { readOnly: true, timeout: BUSY_MS });
  } catch {
    throw new StoreError('unavailable', `There is no readable database in ${directory}.`);
  }
}

/**
 * Opens the database of a data directory to change a setting, with or without a running server; creates one in a new directory.
 * Throws a `StoreError` with one sentence if it cannot be written, or if an earlier database is missing: a new one in its place
 * would hide that from the next start.
 */
export function openBeside(directory: string): DatabaseSync {
  makeWritable(directory);
  const lost = isWithoutDatabase(directory) ? lostDatabase(directory) : null;
  if (lost !== null) throw new StoreError('unavailable', lost);
  try {
    ownDatabase(databaseFile(directory));
    const database = new DatabaseSync(databaseFile(directory), { timeout: BUSY_MS });
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
    migrate(database);
    return database;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    throw new StoreError('unavailable', `The database in ${directory} cannot be opened: ${reason}.`);
  }
}

function databaseFile(directory: string): string {
  return join(directory, DATABASE_NAME);
}

function makeWritable(directory: string): void {
  try {
    makeFolder(directory);
    accessSync(directory, constants.W_OK);
  } catch {
    throw new StoreError('unavailable', `The data directory ${directory} cannot be written to.`);
  }
}
