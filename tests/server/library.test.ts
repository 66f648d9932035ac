import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../server/store/digest.ts';
import { verifyLog } from '#shared/log/verify.ts';
import type { LibraryPage, PersonWithWords } from '#shared/wire/library.ts';
import { parsed, playedLog } from '../log/playedLog.ts';
import { testServer, type TestServer } from '../support/testServer.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const plan = { scenario: 'archipelago', plan: '5x3' };
let now = Date.UTC(2026, 8, 1);
let server: TestServer;
let cookie: string;
let played: string;
beforeAll(async () => {
  played = await playedLog('archipelago', 7);
});
beforeEach(async () => {
  now = Date.UTC(2026, 8, 1);
  server = await testServer(() => now);
  cookie = await server.hostCookie();
});
afterEach(() => server.close());

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function host(method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await server.call(method, `/api/${path}`, body, { cookie });
  return { status: answer.status, body: await answer.json() };
}
const opened = async (): Promise<string> =>
  ((await host('POST', 'sessions', plan)).body as { code: string }).code;
const found = async (query: string): Promise<LibraryPage> =>
  (await host('GET', `library?${query}`)).body as LibraryPage;
const codes = async (query: string): Promise<readonly string[]> =>
  (await found(query)).items.map(({ code }) => code);

async function importing(
  text: string,
  file = 'class 3b.jsonl',
): Promise<{ status: number; body: Record<string, string> }> {
  const answer = await fetch(`${server.origin}/api/library-import?file=${encodeURIComponent(file)}`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8', cookie },
    body: text,
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

test('the library is the host’s alone', async () => {
  const code = await opened();
  const calls: readonly (readonly [string, string, unknown?])[] = [
    ['GET', '/api/library'],
    ['GET', '/api/library-retention'],
    ['PUT', '/api/library-retention', { days: 30 }],
    ['POST', '/api/library-import', {}],
    ['PUT', `/api/library/${code}`, { name: '', note: '', tags: [] }],
    ['GET', `/api/library/${code}/people`],
    ['POST', `/api/library/${code}/delete`, {}],
    ['POST', `/api/library/${code}/restore`, {}],
    ['POST', `/api/library/${code}/erase`, { delegate: null }],
  ];
  for (const [method, path, body] of calls)
    expect((await server.call(method, path, body)).status, `${method} ${path}`).toBe(403);
});

test('sessions are found by name, note, tag, title and code, whatever case, accents or script', async () => {
  const [first, second] = [await opened(), await opened()];
  const words = { name: 'Café Montréal', note: 'für die Klasse 10b', tags: ['公开课', 'IR 101'] };
  expect((await host('PUT', `library/${first}`, words)).status).toBe(200);
  for (const search of ['cafe', 'MONTREAL cafe', 'fur', '公开', 'ir 101', first.toLowerCase()])
    expect(await codes(`search=${encodeURIComponent(search)}`), search).toEqual([first]);
  expect((await codes('search=archipelago')).toSorted()).toEqual([first, second].toSorted());
  expect(await codes('search=%25')).toEqual([]);
  expect((await found('')).items.find(({ code }) => code === first)).toMatchObject(words);
  expect((await host('PUT', `library/${first}`, { ...words, name: 'x'.repeat(121) })).status).toBe(400);
});

test('filters, order and pages of fifty; practice is apart', async () => {
  const all: string[] = [];
  for (let hour = 0; hour < 60; hour += 1) {
    now += HOUR_MS;
    all.push(await opened());
  }
  await server.call('POST', '/api/practice', {});
  const [one, two] = [await found(''), await found('page=2')];
  expect([one.items.length, two.items.length, one.total]).toEqual([50, 10, 60]);
  expect(one.items[0]?.code).toBe(all[59]);
  expect((await codes('order=oldest')).slice(0, 2)).toEqual(all.slice(0, 2));
  const from = Date.UTC(2026, 8, 1) + 3 * HOUR_MS;
  expect((await codes(`from=${from}&before=${from + 2 * HOUR_MS}`)).toSorted()).toEqual(
    all.slice(2, 4).toSorted(),
  );
  expect((await found('state=practice')).items).toMatchObject([{ practice: true }]);
  expect((await found('state=ended')).total).toBe(0);
});

test('a deleted session is nowhere, can be taken back for thirty days, and is gone from the store after them', async () => {
  const code = await opened();
  const seat = { seat: null, name: 'Ada' };
  expect((await server.call('POST', `/api/sessions/${code}/seats`, seat)).status).toBe(201);
  expect((await host('POST', `library/${code}/delete`, {})).status).toBe(200);
  expect(await codes('')).toEqual([]);
  expect((await server.call('GET', `/api/sessions/${code}`)).status).toBe(404);
  expect(await codes('state=deleted')).toEqual([code]);
  await host('POST', `library/${code}/restore`, {});
  expect((await server.call('GET', `/api/sessions/${code}`)).status).toBe(200);
  await host('POST', `library/${code}/delete`, {});
  now += 30 * DAY_MS - 1;
  expect(await server.store.expired(now)).toEqual([]);
  expect((await server.store.expired(now + 1)).map((stored) => stored.code)).toEqual([code]);
});

test('how long a session is kept is promised when it is opened, and holds whatever the host chooses later', async () => {
  const before = await opened();
  expect((await host('PUT', 'library-retention', { days: 31 })).status).toBe(400);
  await host('PUT', 'library-retention', { days: 30 });
  const after = await opened();
  await host('PUT', 'library-retention', { days: null });
  const keepDays = async (code: string): Promise<unknown> =>
    ((await (await server.call('GET', `/api/sessions/${code}`)).json()) as { keepDays: unknown }).keepDays;
  expect([await keepDays(before), await keepDays(after)]).toEqual([null, 30]);
  const expired = async (ms: number): Promise<readonly string[]> =>
    (await server.store.expired(now + ms)).map(({ code }) => code);
  expect(await expired(30 * DAY_MS - 1)).toEqual([]);
  expect(await expired(30 * DAY_MS)).toEqual([after]);
});

test('practice is deleted a day after its last entry', async () => {
  await server.call('POST', '/api/practice', {});
  expect(await server.store.expired(now + DAY_MS - 1)).toEqual([]);
  expect(await server.store.expired(now + DAY_MS)).toMatchObject([{ practice: true }]);
});

test('a record of another server is verified, kept under a new code, and says where it came from', async () => {
  const { status, body } = await importing(played);
  expect(status, JSON.stringify(body)).toBe(201);
  const code = body['code'] ?? '';
  expect((await found('state=ended')).items).toMatchObject([
    { code, damage: null, status: 'ended', origin: { file: 'class 3b.jsonl', atMs: now } },
  ]);
  const log = await (await server.call('GET', `/api/sessions/${code}/log`, undefined, { cookie })).text();
  expect(log).toBe(played);
  expect(verifyLog(parsed(log), sha256).firstFault).toBeNull();
  expect(await importing(played)).toMatchObject({
    status: 409,
    body: { code: 'recordKnown', message: code },
  });
  expect(await server.store.expired(now + 4000 * DAY_MS)).toEqual([]);
});

test('a faulty record is refused with the place, an unfinished one too, and nothing is kept', async () => {
  const lines = played.split('\n');
  const changed = lines
    .map((line, index) => (index === 5 ? line.replace(/"at":\d+/, '"at":1') : line))
    .join('\n');
  expect(await importing(changed)).toMatchObject({
    status: 422,
    body: { code: 'badRecord', message: 'line 5' },
  });
  expect(await importing('no record')).toMatchObject({ status: 422, body: { message: 'header' } });
  const code = await opened();
  const running = await (await server.call('GET', `/api/sessions/${code}/log`, undefined, { cookie })).text();
  expect(await importing(running)).toMatchObject({ status: 422, body: { code: 'recordUnfinished' } });
  expect(await codes('')).toEqual([code]);
});

test('the words of one person, then all, can be erased; the chain verifies, nothing is left, an import brings nothing back', async () => {
  const code = await opened();
  for (const name of ['Ada', 'Bob'])
    await server.call('POST', `/api/sessions/${code}/seats`, { seat: null, name });
  const log = async (): Promise<string> =>
    (await server.call('GET', `/api/sessions/${code}/log`, undefined, { cookie })).text();
  const people = (await host('GET', `library/${code}/people`)).body as readonly PersonWithWords[];
  expect(people.map(({ name, texts }) => [name, texts])).toEqual([
    ['Ada', 1],
    ['Bob', 1],
  ]);
  const [ada] = people;
  expect(await host('POST', `library/${code}/erase`, { delegate: ada?.delegate })).toMatchObject({
    body: { erased: 1 },
  });
  const after = await log();
  expect([after.includes('Ada'), after.includes('Bob')]).toEqual([false, true]);
  expect(verifyLog(parsed(after), sha256).firstFault).toBeNull();
  await host('POST', `library/${code}/erase`, { delegate: null });
  expect(await log()).not.toContain('Bob');
  const [stored] = await server.store.list({ code, limit: 1 });
  expect(await server.store.texts(stored?.id ?? '')).toEqual([]);
});

test('sessions whose time is over are removed when the server starts and every hour', async () => {
  const { sweepStore } = await import('../../server/live/sweep.ts');
  const code = await opened();
  await host('POST', `library/${code}/delete`, {});
  const left: string[] = [];
  const log = { warn: () => undefined } as never;
  const leave = async (one: string): Promise<void> => void left.push(one);
  expect(await sweepStore({ store: server.store, log }, leave, now + 30 * DAY_MS)).toBe(1);
  expect(left).toEqual([code]);
  expect(await server.store.list({ code, limit: 1 })).toEqual([]);
});
