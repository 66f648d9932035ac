import type { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { chainDamage } from '../soundRecord.ts';
import { StoreError } from '../sessionStore.ts';
import { columnsOf, TABLES } from '../salvage.ts';
import { IS_ALIVE } from './lease.ts';
import { openPostgresStore } from './postgresStore.ts';

/** What was moved. */
export interface MovedStore {
  readonly sessions: number;
  readonly lines: number;
  /** Codes of sessions whose chain did not verify here either; they were moved as they are. */
  readonly damaged: readonly string[];
}

/** Rows that travel together. */
const ROWS_AT_ONCE = 200;
const PAGE = 500;

/**
 * Copies everything that an SQLite database keeps into an empty PostgreSQL database: all of it or nothing. Then reads every session
 * there and verifies its chain. The SQLite database stays as it is. Rejects if the other one already holds sessions or a server uses
 * it.
 */
export async function migrateStore(from: DatabaseSync, url: string): Promise<MovedStore> {
  // Makes the tables, as a server's first start does.
  const store = await openPostgresStore(url, true);
  try {
    if ((await store.count({})) > 0)
      throw new StoreError('unavailable', 'The database already holds sessions. Nothing was changed.');
    await copyAll(from, url);
    const damaged: string[] = [];
    let [sessions, lines] = [0, 0];
    for (let offset = 0; ; offset += PAGE) {
      const page = await store.list({ limit: PAGE, offset });
      for (const stored of page) {
        const read = await store.read(stored.id);
        if (chainDamage(stored, read) !== null) damaged.push(stored.code);
        lines += read.length;
      }
      sessions += page.length;
      if (page.length < PAGE) return { sessions, lines, damaged };
    }
  } finally {
    await store.close();
  }
}

async function copyAll(from: DatabaseSync, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  // A connection that breaks rejects what is asked of it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN');
    // A server that starts now waits, and finds all sessions.
    await client.query('LOCK TABLE servers IN EXCLUSIVE MODE');
    const living = await client.query(`SELECT 1 FROM servers WHERE ${IS_ALIVE}`);
    if (living.rows.length > 0) throw new Error('a server uses the database');
    for (const { name } of TABLES) await copyTable(from, client, name);
    await client.query('COMMIT');
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    throw new StoreError('unavailable', `Nothing was moved: ${reason}.`);
  } finally {
    await client.end();
  }
}

async function copyTable(from: DatabaseSync, to: pg.Client, table: string): Promise<void> {
  const columns = columnsOf(from, table);
  let batch: (string | number | null)[][] = [];
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const rows = batch.map(
      (row, place) => `(${row.map((_, column) => `$${place * columns.length + column + 1}`).join(', ')})`,
    );
    await to.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${rows.join(', ')}`, batch.flat());
    batch = [];
  };
  for (const row of from.prepare(`SELECT ${columns.join(', ')} FROM ${table}`).iterate()) {
    batch.push(columns.map((column) => plainValue(row[column])));
    if (batch.length === ROWS_AT_ONCE) await flush();
  }
  await flush();
}

function plainValue(value: unknown): string | number | null {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new Error('a row holds what none of our tables does');
}
