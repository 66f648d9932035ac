import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
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

/** What a backup holds: how many sessions, and the codes of those that are damaged in it. */
export interface BackupReport {
  readonly sessions: number;
  readonly damaged: readonly string[];
}

/** Sessions that are read at a time. */
const PAGE = 500;

/**
 * Copies the database of a data directory to a file, also while a server writes to it: one moment of it, whole. It is checked
 * before it gets its name. Rejects with a `StoreError` where it cannot be made or does not hold.
 */
export async function backUp(directory: string, file: string): Promise<BackupReport> {
  const unfinished = `${file}.unfinished`;
  const source = openReadOnly(directory);
  try {
    mkdirSync(dirname(file), { recursive: true });
    rmSync(unfinished, { force: true });
    ownFile(unfinished);
    await backup(source, unfinished);
    const report = checkBackup(unfinished);
    renameSync(unfinished, file);
    return report;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw inOneSentence(error, `The backup ${file} cannot be made`);
  } finally {
    source.close();
  }
}

/**
 * Puts a backup in the place of a data directory's database and keeps what it replaces under another name, which it gives back.
 * Throws a `StoreError`, with nothing changed, while a server runs on the directory or where the backup does not hold.
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
    copyFileSync(file, unfinished);
    ownFile(unfinished);
    const report = checkBackup(unfinished, erasureList(directory).all());
    const replaced = setDatabaseAside(directory, 'replaced', nowMs);
    renameSync(unfinished, join(directory, DATABASE_NAME));
    return { ...report, replaced };
  } catch (error) {
    throw inOneSentence(error, `${file} cannot be restored`);
  } finally {
    rmSync(unfinished, { force: true });
    lock.release();
  }
}

/**
 * Checks every page of a backup and the chain of every session in it, and erases in it what was erased since. Throws where its
 * pages do not hold.
 */
function checkBackup(file: string, erasures: readonly Erasure[] = []): BackupReport {
  const database = new DatabaseSync(file);
  try {
    // One file and nothing beside it, so that it can be carried about.
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA secure_delete = ON;');
    const found = database.prepare('PRAGMA integrity_check(1)').get();
    if (found?.['integrity_check'] !== 'ok')
      throw new StoreError('unavailable', 'its pages do not hold together');
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
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    throw inOneSentence(error, `${directory} cannot be made`);
  }
}

function inOneSentence(error: unknown, what: string): StoreError {
  const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown';
  return new StoreError('unavailable', `${what}: ${reason}.`);
}
