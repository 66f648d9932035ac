import { copyFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { makeFolder } from '../lib/makeFolder.ts';
import { removeFile } from '../lib/removeFile.ts';
import { lockData } from './dataLock.ts';
import { applyErasures, type Erasure, erasureList } from './erasureList.ts';
import { migrate } from './migrations/migrate.ts';
import { openReadOnly } from './openDatabase.ts';
import { ownFile } from './ownFile.ts';
import { DATABASE_NAME } from './place.ts';
import { StoreError, type StoredSession } from './sessionStore.ts';
import { setDatabaseAside } from './setAside.ts';
import { chainDamage } from './soundRecord.ts';
import { type StoreOperations, tablesOf } from './sqliteTables.ts';
import { tablesIn } from './tablesIn.ts';

/** A backup's contents: how many sessions, and the codes of the damaged ones. */
export interface BackupReport {
  readonly sessions: number;
  readonly damaged: readonly string[];
}

/** How many sessions are read at a time. */
const PAGE = 500;

/**
 * Copies the database of a data directory to a file, also while a server writes to it: one consistent snapshot. The file gets its
 * name only after a check. Rejects with a `StoreError` if the backup cannot be made or fails the check, or if the file is the
 * database itself, a folder or a device.
 */
export async function backUp(directory: string, file: string): Promise<BackupReport> {
  const unfinished = `${file}.unfinished`;
  const source = openReadOnly(directory);
  try {
    if (resolve(file) === resolve(directory, DATABASE_NAME)) throw new Error('it is the database itself');
    if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) throw new Error('it is no file');
    makeFolder(dirname(file));
    rmSync(unfinished, { force: true });
    ownFile(unfinished);
    await backup(source, unfinished);
    const report = checkBackup(unfinished);
    renameSync(unfinished, file);
    return report;
  } catch (error) {
    removeFile(unfinished);
    throw inOneSentence(error, `The backup ${file} cannot be made`);
  } finally {
    source.close();
  }
}

/**
 * Replaces a data directory's database by a backup, keeps the old database under another name and returns that name. Throws a
 * `StoreError`, with nothing changed, if a server runs on the directory or the backup fails its check.
 */
export function restore(
  file: string,
  directory: string,
  nowMs: number,
): BackupReport & { readonly replaced: string | null } {
  const unfinished = join(directory, `${DATABASE_NAME}.unfinished`);
  makeDirectory(directory);
  const lock = lockData(directory);
  try {
    // A pipe would never end, and of a device nothing is copied.
    if (!statSync(file).isFile()) throw new Error('it is no file');
    copyFileSync(file, unfinished);
    ownFile(unfinished);
    const report = checkBackup(unfinished, erasureList(directory).all());
    const replaced = setDatabaseAside(directory, 'replaced', nowMs);
    renameSync(unfinished, join(directory, DATABASE_NAME));
    return { ...report, replaced };
  } catch (error) {
    throw inOneSentence(error, `${file} cannot be restored`);
  } finally {
    removeFile(unfinished);
    lock.release();
  }
}

/**
 * Checks every page of a backup and the chain of every session in it, and erases in it what was erased since. Throws if its pages
 * are damaged.
 */
function checkBackup(file: string, erasures: readonly Erasure[] = []): BackupReport {
  const database = new DatabaseSync(file);
  try {
    // Keep everything in this one file, so that a person can carry it around.
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA secure_delete = ON;');
    const found = database.prepare('PRAGMA integrity_check(1)').get();
    if (found?.['integrity_check'] !== 'ok')
      throw new StoreError('unavailable', 'its pages do not hold together');
    // An empty file is a sound database too, and so is another program's.
    if (tablesIn(database) !== 'there')
      throw new StoreError('unavailable', 'it does not hold the tables of Crossroads');
    migrate(database);
    const tables = tablesOf(database);
    applyErasures(tables, erasures);
    const sessions = sessionsIn(tables);
    const damaged = sessions.filter((stored) => chainDamage(stored, tables.read(stored.id)) !== null);
    return { sessions: sessions.length, damaged: damaged.map(({ code }) => code) };
  } finally {
    database.close();
  }
}

function sessionsIn(tables: StoreOperations): readonly StoredSession[] {
  const sessions: StoredSession[] = [];
  for (;;) {
    const page = tables.list({ limit: PAGE, offset: sessions.length });
    sessions.push(...page);
    if (page.length < PAGE) return sessions;
  }
}

function makeDirectory(directory: string): void {
  try {
    makeFolder(directory);
  } catch (error) {
    throw inOneSentence(error, `${directory} cannot be made`);
  }
}

function inOneSentence(error: unknown, what: string): StoreError {
  const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown';
  return new StoreError('unavailable', `${what}: ${reason}.`);
}
