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

test('the same press again gets the same seat, with a pass that opens it', async () => {
  const first = await pressed();
  const again = await pressed();
  expect(again).toMatchObject({ seat: first.seat, delegate: first.delegate });
  expect(people()).toBe(1);
  const { token } = again;
  expect((await server.call('POST', `/matchmake/joinById/${code}`, { token })).status).toBe(200);
});

test('it does so when both come at once, and when another seat is wished for meanwhile', async () => {
  const passes = await Promise.all([pressed(), pressed(), pressed({ ...wish, seat: 'savannah' })]);
  expect(new Set(passes.map(({ delegate }) => delegate)).size).toBe(1);
  expect(people()).toBe(1);
});

test('another press is another person, and so is one without a key', async () => {
  const all = [
    await pressed(),
    await pressed({ ...wish, key: `${KEY}-2` }),
    await pressed({ ...wish, key: null }),
  ];
  expect(new Set(all.map(({ delegate }) => delegate)).size).toBe(3);
  expect(people()).toBe(3);
});

test('the same press in another session is another person', async () => {
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

test('who waits for a seat waits once', async () => {
  const [first, again] = [await pressed({ ...wish, wait: true }), await pressed({ ...wish, wait: true })];
  expect(again).toMatchObject({ seat: '', delegate: first.delegate });
  expect(stateNow().waiting).toHaveLength(1);
});

test('who was taken off the table and presses again sits again, as somebody new', async () => {
  const first = await pressed();
  const host = { kind: 'host', host: 'host' } as const;
  await server.app.registry
    .sessionOf(code)
    ?.submit(host, 'off-with-ann', { type: 'removeDelegate', delegate: first.delegate });
  expect(people()).toBe(0);
  expect((await pressed()).delegate).not.toBe(first.delegate);
  expect(people()).toBe(1);
});
