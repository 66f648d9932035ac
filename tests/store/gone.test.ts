import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BACK_WITHIN_MS, KeptDatabase } from '../../server/store/keptDatabase.ts';
import type { SessionStore } from '../../server/store/sessionStore.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { appendOne, sampleSession } from './sampleLines.ts';

let around: string;
let directory: string;
let file: string;
beforeEach(async () => {
  around = await mkdtemp(join(tmpdir(), 'crossroads-gone-'));
  directory = join(around, 'data');
  file = join(directory, 'crossroads.sqlite');
});
afterEach(() => rm(around, { recursive: true, force: true }));

const ends = ['', '-wal', '-shm'];

/** Ways in which people and programs remove a database while a server uses it. */
const ways: Readonly<Record<string, () => Promise<unknown>>> = {
  'deleted with its write-ahead log': () => Promise.all(ends.map((end) => rm(`${file}${end}`))),
  'deleted alone': () => rm(file),
  renamed: () => rename(file, `${file}.old`),
  'replaced by an empty file': async () => {
    await writeFile(`${file}.new`, '');
    await rename(`${file}.new`, file);
  },
  'deleted with its directory': () => rm(directory, { recursive: true }),
};

/** A store with three acknowledged lines. */
async function storeOfThree(tell?: (sentence: string) => void): Promise<SessionStore> {
  const store = await openSqliteStore(directory, tell);
  await store.create(sampleSession('one', 'AAAAAA'));
  for (const head of [0, 1, 2]) await store.append(appendOne('one', head, 'a'));
  return store;
}

/** How many of thirty consecutive appends are acknowledged. */
async function acknowledged(store: SessionStore, from = 3): Promise<number> {
  let head = from;
  for (let trial = 0; trial < 30; trial += 1) {
    const kept = await store.append(appendOne('one', head, 'a')).then(
      () => true,
      (error: unknown) => {
        expect(error).toMatchObject({ code: 'unavailable' });
        return false;
      },
    );
    if (kept) head += 1;
  }
  return head - from;
}

/** What the next server finds. */
async function nextHead(): Promise<number | undefined> {
  const next = await openSqliteStore(directory);
  const found = await next.byCode('AAAAAA');
  const lines = await next.read('one');
  await next.close();
  expect(lines).toHaveLength(found?.headSeq ?? 0);
  return found?.headSeq;
}

describe.each(Object.entries(ways))('a database that was %s under the running server', (_way, take) => {
  test('acknowledges nothing, reads nothing, reports its failure, and is found whole by the next start', async () => {
    const told: string[] = [];
    const store = await storeOfThree((sentence) => told.push(sentence));
    expect(await store.isHealthy()).toBe(true);
    await take();
    expect(await acknowledged(store)).toBe(0);
    expect(await store.isHealthy()).toBe(false);
    await expect(store.byCode('AAAAAA')).rejects.toMatchObject({ code: 'unavailable' });
    await expect(store.read('one')).rejects.toThrow(/The database .* Nothing is kept until this is mended\./);
    expect(told.filter((sentence) => sentence.includes('Nothing is kept'))).toHaveLength(1);
    await store.close();
    expect(await nextHead()).toBe(3);
  });

  test('is written back to its place when it does not come back by itself, and goes on from there', async () => {
    let now = 0;
    const kept = new KeptDatabase(
      directory,
      () => undefined,
      () => now,
    );
    const give = (append: ReturnType<typeof appendOne>) =>
      kept.carryOut([{ call: 1, ask: { name: 'append', input: [append] } }])[0];
    kept.carryOut([{ call: 0, ask: { name: 'create', input: [sampleSession('one', 'AAAAAA')] } }]);
    expect(give(appendOne('one', 0, 'a'))).toHaveProperty('value');
    await take();
    expect(give(appendOne('one', 1, 'a'))).toHaveProperty('fault');
    now = BACK_WITHIN_MS - 1;
    expect(give(appendOne('one', 1, 'a'))).toHaveProperty('fault');
    now = BACK_WITHIN_MS;
    expect(give(appendOne('one', 1, 'a'))).toHaveProperty('value');
    expect((await readdir(directory)).filter((name) => name.includes('kept'))).toEqual([]);
    // A server that is killed now has told the truth.
    const killed = await openBesideAndCount();
    expect(killed).toBe(2);
    kept.close([{ call: 2, ask: { name: 'close', input: [] } }]);
  });
});

async function openBesideAndCount(): Promise<number> {
  const { DatabaseSync } = await import('node:sqlite');
  const reader = new DatabaseSync(file, { readOnly: true });
  const count = Number(reader.prepare('SELECT count(*) AS n FROM lines').get()?.['n']);
  reader.close();
  return count;
}

test('the server continues with a database that comes back, and acknowledged nothing in between', async () => {
  const store = await storeOfThree();
  await rename(directory, `${directory}.away`);
  expect(await acknowledged(store)).toBe(0);
  await rename(`${directory}.away`, directory);
  expect(await store.isHealthy()).toBe(true);
  expect(await acknowledged(store)).toBe(30);
  await store.close();
  expect(await nextHead()).toBe(33);
});

test('a renamed database is whole without its write-ahead log', async () => {
  const store = await storeOfThree();
  const elsewhere = join(around, 'elsewhere.sqlite');
  await rename(file, elsewhere);
  expect(await store.isHealthy()).toBe(false);
  const { DatabaseSync } = await import('node:sqlite');
  const reader = new DatabaseSync(elsewhere, { readOnly: true });
  expect(reader.prepare('SELECT count(*) AS n FROM lines').get()).toEqual({ n: 3 });
  reader.close();
  await store.close();
});

test('of a deleted write-ahead log nothing is lost: it is moved into the database, and what follows is kept there', async () => {
  const store = await storeOfThree();
  await rm(`${file}-wal`);
  expect(await acknowledged(store)).toBe(30);
  await store.close();
  expect(await nextHead()).toBe(33);
});

test('another file at the path is never overwritten: what was kept lies beside it, and nothing more is acknowledged', async () => {
  const told: string[] = [];
  const store = await storeOfThree((sentence) => told.push(sentence));
  await writeFile(`${file}.new`, 'somebody else');
  await rename(`${file}.new`, file);
  expect(await acknowledged(store)).toBe(0);
  expect(await store.isHealthy()).toBe(false);
  const copy = /All that the server had kept is in (.*)\.$/.exec(told.join('\n'))?.[1] ?? '';
  expect(existsSync(copy)).toBe(true);
  await store.close();
  await rename(copy, file);
  expect(await nextHead()).toBe(3);
});

test('a database that was emptied in place acknowledges nothing', async () => {
  const store = await storeOfThree();
  await truncate(file, 0);
  expect(await acknowledged(store)).toBe(0);
  expect(await store.isHealthy()).toBe(false);
  await store.close();
});
