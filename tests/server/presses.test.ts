import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { type TestServer, testServer } from '../support/testServer.ts';

const KEY = 'a-press-that-nobody-can-guess';
const wish = { seat: null, name: 'Ann', key: KEY };

let server: TestServer;
let code: string;
beforeEach(async () => {
  server = await testServer();
  const opening = { scenario: 'archipelago', plan: '5x3' };
  const cookie = await server.hostCookie();
  const opened = await server.call('POST', '/api/sessions', opening, { cookie });
  ({ code } = (await opened.json()) as { code: string });
});
afterEach(async () => server.close());

function stateNow(): SessionState {
  const session = server.app.registry.sessionOf(code);
  if (session === null) throw new Error('no session');
  return session.state;
}

const people = (): number => stateNow().seats.reduce((sum, seat) => sum + seat.delegates.length, 0);

async function pressed(body: Parameters<typeof server.api.takeSeat>[1] = wish) {
  const pass = await server.api.takeSeat(code, body);
  if (!pass.ok) throw new Error(pass.failure.code);
  return pass.value;
}

test('the same request again gets the same seat, with a pass that opens it', async () => {
  const first = await pressed();
  const again = await pressed();
  expect(again).toMatchObject({ seat: first.seat, delegate: first.delegate });
  expect(people()).toBe(1);
  const { token } = again;
  expect((await server.call('POST', `/matchmake/joinById/${code}`, { token })).status).toBe(200);
});

test('it does so when both arrive at once, and when another seat is wished for meanwhile', async () => {
  const passes = await Promise.all([pressed(), pressed(), pressed({ ...wish, seat: 'savannah' })]);
  expect(new Set(passes.map(({ delegate }) => delegate)).size).toBe(1);
  expect(people()).toBe(1);
});

test('another request is another person, and so is one without a key', async () => {
  const all = [
    await pressed(),
    await pressed({ ...wish, key: `${KEY}-2` }),
    await pressed({ ...wish, key: null }),
  ];
  expect(new Set(all.map(({ delegate }) => delegate)).size).toBe(3);
  expect(people()).toBe(3);
});

test('the same request in another session is another person', async () => {
  const first = await pressed();
  const cookie = await server.hostCookie();
  const opened = await server.call(
    'POST',
    '/api/sessions',
    { scenario: 'archipelago', plan: '5x3' },
    { cookie },
  );
  ({ code } = (await opened.json()) as { code: string });
  expect((await pressed()).delegate).not.toBe(first.delegate);
});

test('a person who waits for a seat waits once', async () => {
  const [first, again] = [await pressed({ ...wish, wait: true }), await pressed({ ...wish, wait: true })];
  expect(again).toMatchObject({ seat: '', delegate: first.delegate });
  expect(stateNow().waiting).toHaveLength(1);
});

test('a removed person who repeats the request sits down again, as a new person', async () => {
  const first = await pressed();
  const host = { kind: 'host', host: 'host' } as const;
  await server.app.registry
    .sessionOf(code)
    ?.submit(host, 'off-with-ann', { type: 'removeDelegate', delegate: first.delegate });
  expect(people()).toBe(0);
  expect((await pressed()).delegate).not.toBe(first.delegate);
  expect(people()).toBe(1);
});

async function openedBy(body: object): Promise<string> {
  const cookie = await server.hostCookie();
  const opening = { scenario: 'archipelago', plan: '5x3', ...body };
  const answer = await server.call('POST', '/api/sessions', opening, { cookie });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { code: string }).code;
}

async function practised(body: Parameters<typeof server.api.practice>[0]) {
  const pass = await server.api.practice(body);
  if (!pass.ok) throw new Error(pass.failure.code);
  return pass.value;
}

const stored = async (practice: boolean): Promise<number> =>
  (await server.store.list({ deleted: false, practice, limit: 100 })).length;

test('the same request opens one session, at once and afterwards; another request opens another', async () => {
  const before = await stored(false);
  const first = await Promise.all([openedBy({ key: KEY }), openedBy({ key: KEY })]);
  const again = await openedBy({ key: KEY });
  expect(new Set([...first, again]).size).toBe(1);
  expect(await stored(false)).toBe(before + 1);
  expect(await openedBy({ key: `${KEY}-2` })).not.toBe(again);
  expect(await openedBy({})).not.toBe(await openedBy({}));
});

test('the same request opens a new session if the first was deleted', async () => {
  const gone = await openedBy({ key: KEY });
  const cookie = await server.hostCookie();
  const deleted = await server.call('POST', `/api/library/${gone}/delete`, {}, { cookie });
  expect(deleted.ok).toBe(true);
  expect(await openedBy({ key: KEY })).not.toBe(gone);
});

test('the same request starts one practice session, and its person sits there once', async () => {
  const first = await Promise.all([practised({ key: KEY }), practised({ key: KEY })]);
  const again = await practised({ key: KEY });
  for (const pass of first) expect(pass).toMatchObject({ code: again.code, seat: again.seat });
  expect(await stored(true)).toBe(1);
  const session = server.app.registry.sessionOf(again.code);
  expect(session?.state.seats.flatMap(({ delegates }) => delegates)).toHaveLength(1);
  expect(session?.state.phase.name).not.toBe('lobby');
  const { token } = again;
  expect((await server.call('POST', `/matchmake/joinById/${again.code}`, { token })).status).toBe(200);
  expect((await practised({ key: `${KEY}-2` })).code).not.toBe(again.code);
});
