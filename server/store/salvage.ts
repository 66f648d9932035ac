import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite';
import { fillScenario } from './migrations/0008-scenario.ts';
import { migrate } from './migrations/migrate.ts';
import { ownFile } from './ownFile.ts';
import { DATABASE_NAME } from './place.ts';
import { StoreError } from './sessionStore.ts';
import { setDatabaseAside } from './setAside.ts';

type Row = Readonly<Record<string, SQLOutputValue>>;

/** Tables in an order in which each row finds what it refers to; the tables of a session are read session by session. */
export const TABLES = [
  { name: 'sessions', order: 'rowid', bySession: false },
  { name: 'lines', order: 'seq', bySession: true },
  { name: 'texts', order: 'id', bySession: true },
  { name: 'tokens', order: 'token_hash', bySession: false },
  { name: 'share_links', order: 'secret_hash', bySession: false },
  { name: 'settings', order: 'key', bySession: false },
  { name: 'packs', order: 'rowid', bySession: false },
  { name: 'gatherings', order: 'rowid', bySession: false },
  { name: 'gathering_tables', order: 'rowid', bySession: false },
  { name: 'gathering_acts', order: 'gathering, seq', bySession: false },
  { name: 'co_hosts', order: 'id', bySession: false },
] as const;

/** Whether the pages of a database are sound. */
export function isSoundDatabase(database: DatabaseSync): boolean {
  try {
    const found = database.prepare('PRAGMA quick_check(1)').get();
    return found?.['quick_check'] === 'ok';
  } catch {
    return false;
  }
}

/**
 * Copies the readable part of a damaged database to a new one, and sets the damaged one aside under another name; deletes nothing.
 * The chain later shows what a session lost. False if no session can be read: then nothing has changed.
 */
export function salvage(directory: string, nowMs: number): boolean {
  const unfinished = join(directory, `${DATABASE_NAME}.unfinished`);
  rmSync(unfinished, { force: true });
  if (!isCarriedOver(join(directory, DATABASE_NAME), unfinished)) {
    rmSync(unfinished, { force: true });
    return false;
  }
  setDatabaseAside(directory, 'damaged', nowMs);
  renameSync(unfinished, join(directory, DATABASE_NAME));
  return true;
}

function isCarriedOver(from: string, to: string): boolean {
  const copy = `${from}.reading`;
  paddedCopy(from, copy);
  for (const file of [to, copy]) ownFile(file);
  const fresh = new DatabaseSync(to);
  const damaged = new DatabaseSync(copy);
  try {
    migrate(fresh);
    fresh.exec('PRAGMA synchronous = FULL; BEGIN;');
    for (const table of TABLES) copyTable(damaged, fresh, table);
    fresh.exec(fillScenario);
    fresh.exec('COMMIT');
    return Number(fresh.prepare('SELECT count(*) AS count FROM sessions').get()?.['count'] ?? 0) > 0;
  } catch (error) {
    if (error instanceof StoreError) throw error;
    // Not even its list of tables can be read: there is nothing to copy.
    return false;
  } finally {
    damaged.close();
    fresh.close();
    for (const end of ['', '-wal', '-shm']) rmSync(`${copy}${end}`, { force: true });
  }
}

/**
 * A copy to read from, padded to the length that its first page states: SQLite reads nothing of a cut file, but skips empty
 * pages and reads the others.
 */
function paddedCopy(from: string, copy: string): void {
  copyFileSync(from, copy);
  if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${copy}-wal`);
  const bytes = readFileSync(copy);
  if (bytes.length < 100) return;
  const page = bytes.readUInt16BE(16) === 1 ? 65_536 : bytes.readUInt16BE(16);
  const promised = page * bytes.readUInt32BE(28);
  if (promised > bytes.length && promised < 4 * bytes.length) truncateSync(copy, promised);
}

function copyTable(damaged: DatabaseSync, fresh: DatabaseSync, table: (typeof TABLES)[number]): void {
  const { name, order, bySession } = table;
  const there = columnsOf(damaged, name);
  // A database older than a column lacks it; a missing table has none.
  const columns = columnsOf(fresh, name).filter((column) => there.includes(column));
  if (columns.length === 0) return;
  const places = columns.map(() => '?').join(', ');
  const insert = fresh.prepare(`INSERT OR IGNORE INTO ${name} (${columns.join(', ')}) VALUES (${places})`);
  const query = `SELECT ${columns.join(', ')} FROM ${name}`;
  const sessions = fresh.prepare('SELECT id FROM sessions').all();
  const rows = bySession
    ? sessions.flatMap(({ id }) => fromBothEnds(damaged, `${query} WHERE session = ?`, order, [id ?? null]))
    : fromBothEnds(damaged, query, order, []);
  for (const row of rows) {
    try {
      insert.run(...columns.map((column): SQLInputValue => row[column] ?? null));
    } catch (error) {
      // A row that the table refuses was damaged itself; its session will report that.
      if (isFull(error))
        throw new StoreError('unavailable', 'The disk is full, so the damaged database cannot be mended.');
    }
  }
}

/** The columns of a table, in their order; none if there is no such table. */
export function columnsOf(database: DatabaseSync, table: string): readonly string[] {
  return database
    .prepare(`PRAGMA table_info(${table})`)
    .all()
    .map((row) => String(row['name']));
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 13;
}

/** The rows from the beginning up to a damaged page, and if there is one, from the end back to it. */
function fromBothEnds(
  damaged: DatabaseSync,
  query: string,
  order: string,
  input: readonly SQLInputValue[],
): readonly Row[] {
  const first = upTo(damaged, `${query} ORDER BY ${order}`, input);
  return first.isWhole
    ? first.rows
    : [...first.rows, ...upTo(damaged, `${query} ORDER BY ${order} DESC`, input).rows];
}

function upTo(
  damaged: DatabaseSync,
  query: string,
  input: readonly SQLInputValue[],
): { readonly rows: readonly Row[]; readonly isWhole: boolean } {
  const rows: Row[] = [];
  try {
    for (const row of damaged.prepare(query).iterate(...input)) rows.push(row);
    return { rows, isWhole: true };
  } catch {
    return { rows, isWhole: false };
  }
}
