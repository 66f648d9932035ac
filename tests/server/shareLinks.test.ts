import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NewShareLink, ShareLink } from '#shared/wire/shareLinks.ts';
import { verifyLog } from '#shared/log/verify.ts';
import { sha256 } from '../../server/store/digest.ts';
import { applyErasures, erasureList } from '../../server/store/erasureList.ts';
import { migrate } from '../../server/store/migrations/migrate.ts';
import { tablesOf } from '../../server/store/sqliteTables.ts';
import { classLog, spoken, typedNames } from '../export/classLog.ts';
import { parsed } from '../log/playedLog.ts';
import { sampleSession } from '../store/sampleLines.ts';
import { testServer, type TestServer } from '../support/testServer.ts';

let server: TestServer;
let cookie: string;
/** The session of a class, imported once; the last tests erase its words and use up the guesses. */
let code: string;
beforeAll(async () => {
  server = await testServer();
  cookie = await server.hostCookie();
  code = await imported(classLog());
}, 60_000);
afterAll(() => server.close());

const asHost = async (method: string, path: string, body?: unknown): Promise<Response> =>
  server.call(method, `/api/${path}`, body, { cookie });
const reading = async (secret: string): Promise<Response> =>
  server.call('GET', '/api/shared-record', undefined, { authorization: `Bearer ${secret}` });

async function imported(record: string): Promise<string> {
  const answer = await fetch(`${server.origin}/api/library-import?file=class.jsonl`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8', cookie },
    body: record,
  });
  expect(answer.status).toBe(201);
  const { code: given }: { code: string } = await answer.json();
  return given;
}

async function linkTo(which: string, names = false): Promise<NewShareLink> {
  const answer = await asHost('POST', `library/${which}/links`, { names });
  expect(answer.status).toBe(201);
  const link: NewShareLink = await answer.json();
  return link;
}

const keptBack = [
  spoken.private,
  spoken.help,
  spoken.answer,
  spoken.erased,
  spoken.pulse,
  spoken.shared,
  spoken.unshared,
  spoken.markedForHost,
];

test('whoever has a link reads what everybody at the table could read, without names, and the record verifies', async () => {
  const { secret } = await linkTo(code);
  const answer = await reading(secret);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const text = await answer.text();
  const texts = parsed(text).texts.map(({ value }) => value);
  for (const words of keptBack) expect(texts).not.toContain(words);
  for (const name of Object.values(typedNames)) expect(text).not.toContain(JSON.stringify(name).slice(1, -1));
  for (const words of [spoken.chinese, spoken.event, spoken.marked]) expect(texts).toContain(words);
  // Nobody's answers to the survey.
  expect(texts).not.toContain('1 3 5');
  expect(texts).not.toContain('2 3 4');
  expect(verifyLog(parsed(text), sha256)).toMatchObject({ ok: true });
});

test('names are in it by choice, and private talk where the session promised that it opens', async () => {
  const open = await imported(classLog({ privateTalkOpens: true }));
  const withNames = parsed(await (await reading((await linkTo(open, true)).secret)).text());
  const without = parsed(await (await reading((await linkTo(open)).secret)).text());
  const [named, nameless] = [withNames, without].map(({ texts }) => texts.map(({ value }) => value));
  for (const name of Object.values(typedNames)) {
    expect(named).toContain(name);
    expect(nameless).not.toContain(name);
  }
  for (const texts of [named, nameless]) expect(texts).toContain(spoken.private);
});

test('the host lists the links and withdraws them; a withdrawn one leads nowhere', async () => {
  const [first, second] = [await linkTo(code), await linkTo(code, true)];
  const listed: readonly ShareLink[] = await (await asHost('GET', `library/${code}/links`)).json();
  expect(listed.find(({ id }) => id === first.id)).toMatchObject({ names: false });
  expect(listed.find(({ id }) => id === second.id)).toMatchObject({ names: true });
  expect(JSON.stringify(listed)).not.toContain(first.secret);
  const left = await asHost('POST', `library/${code}/links/${first.id}/withdraw`, {});
  const after: readonly ShareLink[] = await left.json();
  expect(after.map(({ id }) => id)).toEqual(listed.map(({ id }) => id).filter((id) => id !== first.id));
  const gone = await reading(first.secret);
  expect([gone.status, (await gone.json()) as unknown]).toMatchObject([404, { code: 'linkWithdrawn' }]);
  expect((await reading(second.secret)).status).toBe(200);
});

test('only the digest of a secret is kept, and the secret is in no line of the server’s log', async () => {
  const { secret, id } = await linkTo(code);
  expect(Buffer.from(secret, 'base64url')).toHaveLength(16);
  await reading(secret);
  expect(id).toBe(sha256(secret));
  expect(await server.store.findShareLink(id)).toMatchObject({ secretHash: id });
  expect(JSON.stringify(await server.store.findShareLink(id))).not.toContain(secret);
  expect(server.logged.join('\n')).not.toContain(secret);
});

test('a session that is deleted, or has not ended, is shared with nobody', async () => {
  const { secret } = await linkTo(code);
  await asHost('POST', `library/${code}/delete`, {});
  expect((await reading(secret)).status).toBe(404);
  await asHost('POST', `library/${code}/restore`, {});
  expect((await reading(secret)).status).toBe(200);
  const open = await asHost('POST', 'sessions', { scenario: 'archipelago', plan: '5x3' });
  const { code: running }: { code: string } = await open.json();
  expect((await asHost('POST', `library/${running}/links`, { names: false })).status).toBe(403);
});

test('a backup made before does not bring a withdrawn link back', async () => {
  const { id } = await linkTo(code);
  const session = (await server.store.byCode(code))?.id ?? '';
  await asHost('POST', `library/${code}/links/${id}/withdraw`, {});
  const database = new DatabaseSync(':memory:');
  migrate(database);
  const tables = tablesOf(database);
  tables.create(sampleSession(session, code));
  tables.putShareLink({ secretHash: id, session, names: false, madeMs: 1 });
  applyErasures(tables, erasureList(server.dataDir).all());
  expect(tables.shareLinks(session)).toEqual([]);
});

test('words that the host erases are gone from the link too', async () => {
  const { secret } = await linkTo(code);
  await asHost('POST', `library/${code}/erase`, { delegate: null });
  expect(await (await reading(secret)).text()).not.toContain(spoken.chinese);
});

test('links are the host’s alone to make, list and withdraw, and 20 at most', async () => {
  const { id } = await linkTo(code);
  for (const [method, path] of [
    ['GET', `/api/library/${code}/links`],
    ['POST', `/api/library/${code}/links`],
    ['POST', `/api/library/${code}/links/${id}/withdraw`],
  ] as const)
    expect((await server.call(method, path, method === 'POST' ? {} : undefined)).status).toBe(403);
  const kept: readonly ShareLink[] = await (await asHost('GET', `library/${code}/links`)).json();
  for (let made = kept.length; made < 20; made += 1) await linkTo(code);
  const more = await asHost('POST', `library/${code}/links`, { names: false });
  expect([more.status, (await more.json()) as unknown]).toMatchObject([409, { code: 'tooManyLinks' }]);
});

test('guesses are counted like wrong codes', async () => {
  const statuses: number[] = [];
  for (let guess = 0; guess < 40; guess += 1)
    statuses.push((await reading(String(guess).padStart(22, 'A'))).status);
  expect(statuses.at(0)).toBe(404);
  expect(statuses.at(-1)).toBe(429);
});
