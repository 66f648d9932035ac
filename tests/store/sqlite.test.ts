import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { groupCommit } from '../../server/store/groupCommit.ts';
import { openDatabase, openReadOnly } from '../../server/store/openDatabase.ts';
import type { SessionStore } from '../../server/store/sessionStore.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { tablesOf } from '../../server/store/sqliteTables.ts';
import { appendOne, sampleSession } from './sampleLines.ts';

const secret = { id: 't', salt: 's', value: 'unmistakable-secret' };
let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'crossroads-'));
});
afterEach(() => rm(directory, { recursive: true }));

test('a second server on the same directory gets one sentence; a reopened one finds everything', async () => {
  const store = await openSqliteStore(directory);
  await store.create(sampleSession('one', 'AAAAAA'));
  await expect(openSqliteStore(directory)).rejects.toThrow(
    `Another Crossroads server is already using the data directory ${directory}.`,
  );
  await store.close();
  const again = await openSqliteStore(directory);
  expect(await again.byCode('AAAAAA')).not.toBeNull();
  await again.close();
});

test('a directory that cannot be written is named in one sentence', async () => {
  const file = join(directory, 'file');
  await writeFile(file, '');
  await expect(openSqliteStore(join(file, 'data'))).rejects.toThrow('cannot be written to');
});

test('after closing, calls are refused, not lost in silence', async () => {
  const store = await openSqliteStore(directory);
  const last = store.create(sampleSession('one', 'AAAAAA'));
  await store.close();
  await last;
  await expect(store.byCode('AAAAAA')).rejects.toMatchObject({ code: 'unavailable' });
  expect(await store.isHealthy()).toBe(false);
});

test('a full disk refuses every append of the batch; when there is room again the log goes on', async () => {
  const owned = openDatabase(directory);
  const { database } = owned;
  const tables = tablesOf(database);
  tables.create(sampleSession('one', 'AAAAAA'));
  const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count']);
  database.exec(`PRAGMA max_page_count = ${pages}`);
  const filling = [0, 1].map((head) => {
    const append = appendOne('one', head, 'a', `${head}`);
    const lines = append.lines.map((line) => ({ ...line, text: 'x'.repeat(20_000) }));
    return { call: head, ask: { name: 'append' as const, input: [{ ...append, lines }] as [typeof append] } };
  });
  for (const reply of groupCommit(database, tables, filling))
    expect(reply).toMatchObject({ fault: { code: 'unavailable' } });
  expect(tables.byId('one')).toMatchObject({ headSeq: 0 });
  database.exec(`PRAGMA max_page_count = ${pages + 100}`);
  for (const reply of groupCommit(database, tables, filling)) expect(reply).toHaveProperty('value');
  expect(tables.byId('one')).toMatchObject({ headSeq: 2 });
  database.close();
  owned.release();
});

test('while another process reads, writes are kept, and what was erased is gone once it has left', async () => {
  const owned = openDatabase(directory);
  const { database } = owned;
  const tables = tablesOf(database);
  tables.create(sampleSession('one', 'AAAAAA'));
  tables.append({ ...appendOne('one', 0, 'a'), texts: [secret] });
  const reader = openReadOnly(directory);
  reader.exec('BEGIN');
  reader.prepare('SELECT * FROM sessions').all();
  const erase = { call: 1, ask: { name: 'eraseText' as const, input: ['one', 't'] as [string, string] } };
  const append = {
    call: 2,
    ask: { name: 'append' as const, input: [appendOne('one', 1, 'a')] as Parameters<typeof tables.append> },
  };
  for (const reply of groupCommit(database, tables, [erase, append])) expect(reply).toHaveProperty('value');
  reader.close();
  const later = {
    call: 3,
    ask: { name: 'append' as const, input: [appendOne('one', 2, 'b')] as Parameters<typeof tables.append> },
  };
  for (const reply of groupCommit(database, tables, [later])) expect(reply).toHaveProperty('value');
  for (const name of ['crossroads.sqlite', 'crossroads.sqlite-wal'])
    expect((await readFile(join(directory, name))).includes('unmistakable-secret')).toBe(false);
  database.close();
  owned.release();
});

test.each([
  ['erased', async (store: SessionStore) => store.eraseText('one', 't')],
  ['replaced', async (store: SessionStore) => store.append({ ...appendOne('one', 1, 'b'), erased: ['t'] })],
])('nothing of a text that was %s is left in the files', async (_how, erase) => {
  const store = await openSqliteStore(directory);
  await store.create(sampleSession('one', 'AAAAAA'));
  await store.append({ ...appendOne('one', 0, 'a'), texts: [secret] });
  await erase(store);
  for (const name of ['crossroads.sqlite', 'crossroads.sqlite-wal'])
    expect((await readFile(join(directory, name))).includes('unmistakable-secret')).toBe(false);
  await store.close();
});
