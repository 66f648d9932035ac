import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { migrate } from '../../server/store/migrations/migrate.ts';
import { openPostgresStore, openSharedStore } from '../../server/store/postgres/postgresStore.ts';
import { StoreError } from '../../server/store/sessionStore.ts';
import { promisesOfStore } from '../store/promises.ts';
import { appendOne, sampleSession } from '../store/sampleLines.ts';
import { asked, postgresFolder, type PostgresServer, startPostgres } from '../support/postgresServer.ts';

const folder = postgresFolder();
if (folder === null && process.env['CI'] === 'true') throw new Error('no PostgreSQL here');

describe.skipIf(folder === null)('PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres(folder ?? '');
  });
  afterAll(async () => server.close());
  const opened = async (url: string) => openPostgresStore(url, true);

  describe('keeps what every store promises', () => {
    promisesOfStore(async () => opened(await server.newDatabase()));
  });

  test('has the tables and columns of SQLite, beside those of several servers', async () => {
    const url = await server.newDatabase();
    await (await opened(url)).close();
    const there = await asked(
      url,
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name NOT IN ('schema_version', 'servers', 'claims')`,
    );
    const sqlite = new DatabaseSync(':memory:');
    migrate(sqlite);
    const here = sqlite
      .prepare(
        `SELECT t.name || '.' || c.name AS name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
         WHERE t.type = 'table'`,
      )
      .all();
    const names = (rows: readonly Readonly<Record<string, unknown>>[]) =>
      rows.map(({ name }) => String(name)).toSorted();
    expect(names(there)).toEqual(names(here));
  });

  test('says in one sentence that nobody answers, or that a newer program made the tables', async () => {
    await expect(opened('postgres://crossroads@127.0.0.1:1/none')).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
    const url = await server.newDatabase();
    await (await opened(url)).close();
    await asked(url, 'UPDATE schema_version SET version = 99');
    await expect(opened(url)).rejects.toThrow('The database was made by a newer version of this program.');
  });

  test('four sessions write while it is ended at once and started: all that was acknowledged is there, once', async () => {
    const url = await server.newDatabase();
    const back = 'The database is back.';
    const told: string[] = [];
    const { store, ownership } = await openSharedStore(url, (sentence) => told.push(sentence));
    await ownership.begin({ id: 'one', address: 'http://127.0.0.1:1' }, 'key');
    const names = ['one', 'two', 'three', 'four'];
    for (const [place, name] of names.entries()) await store.create(sampleSession(name, `AAAAA${place}`));
    const acknowledged = new Map(names.map((name) => [name, 0]));
    const failures: unknown[] = [];
    const over = new AbortController();
    const write = async (name: string): Promise<void> => {
      while (!over.signal.aborted) {
        const head = (await store.byId(name).catch(() => null))?.headSeq;
        if (head === undefined) {
          await pause(50);
          continue;
        }
        try {
          await store.append(appendOne(name, head, 'a'));
          acknowledged.set(name, head + 1);
        } catch (error) {
          failures.push(error);
          await pause(50);
        }
      }
    };
    const writers = names.map(write);
    for (let time = 0; time < 2; time += 1) {
      await vi.waitFor(
        () => expect(Math.min(...acknowledged.values())).toBeGreaterThan(20 * (time + 1)),
        20_000,
      );
      await server.stopAtOnce();
      await expect(store.isHealthy()).resolves.toBe(false);
      await server.start();
      await vi.waitFor(async () => expect(await store.isHealthy()).toBe(true), 20_000);
      await vi.waitFor(
        () => expect(told.filter((sentence) => sentence === back)).toHaveLength(time + 1),
        20_000,
      );
    }
    over.abort();
    await Promise.all(writers);
    for (const name of names) {
      const lines = await store.read(name);
      expect(lines.length).toBeGreaterThanOrEqual(acknowledged.get(name) ?? Number.NaN);
      expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1));
      expect(await store.byId(name)).toMatchObject({ headSeq: lines.length });
    }
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.every((error) => error instanceof StoreError && error.code === 'unavailable')).toBe(true);
    await ownership.end();
    await store.close();
  }, 120_000);
});
