import { Client } from '@colyseus/sdk';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { scenarioById } from '../../shared/scenario/packs.ts';
import { Floods } from '../../server/http/floods.ts';
import { MOST_MALFORMED } from '../../server/rooms/badMessages.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { StoreError } from '../../server/store/sessionStore.ts';
import { type TestServer, testServer, until } from '../support/testServer.ts';

const SCHOOL = { 'x-forwarded-for': '10.1.0.1' };
const ELSEWHERE = { 'x-forwarded-for': '10.2.0.2' };

let server: TestServer;
let code: string;
beforeEach(async () => {
  server = await testServer(Date.now, null, { trustProxy: 1 });
  const scenario = scenarioById('archipelago');
  if (scenario === null) throw new Error('no scenario');
  const options = { plan: '5x3', openDeck: true, practice: false, coverEmptySeats: false };
  ({ code } = await server.app.registry.open({ scenario, options }));
});
afterEach(async () => server.close());

/** Sends refused requests until the server stops working on them; returns how many answers gave a reason before that. */
async function flood(headers: Record<string, string>): Promise<number> {
  for (let sent = 0; sent < 1000; sent += 1) {
    const answer = await server.call('POST', `/api/sessions/${code}/seats`, { junk: true }, headers);
    if (answer.status === 429) return sent;
    expect(answer.status).toBe(400);
  }
  throw new Error('nobody stops it');
}

const cookieAt = async (headers: Record<string, string>): Promise<string> =>
  (await server.call('GET', '/api/scenarios', undefined, headers)).headers.get('set-cookie')?.split(';')[0] ??
  '';

test('a script that floods is answered late and gets nothing; its class, the host and the rest of the world go on', async () => {
  const pupil = { ...SCHOOL, cookie: await cookieAt(SCHOOL) };
  const sent = await flood(SCHOOL);
  // The span may end during the count.
  expect(sent).toBeGreaterThanOrEqual(120);
  expect(sent).toBeLessThanOrEqual(240);
  const refused = await server.call('GET', `/api/sessions/${code}`, undefined, SCHOOL);
  expect([refused.status, await refused.json()]).toMatchObject([429, { code: 'tooMany' }]);
  expect((await server.call('GET', `/api/sessions/${code}`, undefined, pupil)).status).toBe(200);
  expect((await server.call('GET', `/api/sessions/${code}`, undefined, ELSEWHERE)).status).toBe(200);
  const secret = await server.app.door.secret();
  expect((await server.call('POST', '/api/host/enter', { secret }, SCHOOL)).status).toBe(200);
  expect((await server.call('GET', '/readyz', undefined, SCHOOL)).status).toBe(200);
});

test('one browser that floods holds up no other behind its address', async () => {
  const [bad, good] = [await cookieAt(SCHOOL), await cookieAt(SCHOOL)];
  await flood({ ...SCHOOL, cookie: bad });
  expect(
    (await server.call('GET', `/api/sessions/${code}`, undefined, { ...SCHOOL, cookie: good })).status,
  ).toBe(200);
  expect((await server.call('GET', `/api/sessions/${code}`, undefined, SCHOOL)).status).toBe(200);
});

test('nobody is shut out, or counted as guessing, for asking while the server cannot answer', async () => {
  const store = memoryStore();
  let isAway = true;
  const byCode: typeof store.byCode = async (wanted) => {
    if (isAway) throw new StoreError('unavailable', 'The database is away.');
    return store.byCode(wanted);
  };
  const troubled = await testServer(Date.now, null, { trustProxy: 1 }, { ...store, byCode });
  const look = async (): Promise<number> =>
    (await troubled.call('GET', '/api/sessions/AAAAAA', undefined, SCHOOL)).status;
  const join = async (): Promise<number> =>
    (await troubled.call('POST', '/matchmake/joinById/AAAAAA', { token: null }, SCHOOL)).status;
  for (let asked = 0; asked < 150; asked += 1) expect([await look(), await join()]).toEqual([503, 503]);
  isAway = false;
  expect([await look(), await join()]).toEqual([404, 522]);
  await troubled.close();
});

test('answers to who floods are kept back, and nobody else waits for that', async () => {
  const [path, pupil] = [`/api/sessions/${code}`, { ...SCHOOL, cookie: await cookieAt(SCHOOL) }];
  await flood(SCHOOL);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const statuses: number[] = [];
    const refused = Array.from({ length: 20 }, async () => {
      statuses.push((await server.call('GET', path, undefined, SCHOOL)).status);
    });
    for (let asked = 0; asked < 5; asked += 1)
      expect((await server.call('GET', path, undefined, pupil)).status).toBe(200);
    expect(statuses).toEqual([]);
    while (statuses.length < 20) {
      vi.advanceTimersByTime(500);
      await new Promise(setImmediate);
    }
    await Promise.all(refused);
    expect(new Set(statuses)).toEqual(new Set([429]));
  } finally {
    vi.useRealTimers();
  }
});

test('the wait is over with its span, and sockets that had to be closed count', async () => {
  vi.useFakeTimers();
  try {
    const floods = new Floods();
    const [asker, other] = [
      { device: 'a', address: '10.1.0.1' },
      { device: 'b', address: '10.1.0.1' },
    ];
    for (let socket = 0; socket < 3; socket += 1) {
      expect(await floods.isShut(asker)).toBe(false);
      await floods.socketClosed(asker);
    }
    expect([await floods.isShut(asker), await floods.isShut(other)]).toEqual([true, false]);
    vi.advanceTimersByTime(9999);
    expect(await floods.isShut(asker)).toBe(true);
    vi.advanceTimersByTime(1);
    expect(await floods.isShut(asker)).toBe(false);
  } finally {
    vi.useRealTimers();
  }
});

test('a socket that keeps sending what is no command is closed', async () => {
  const room = await new Client(server.origin).joinById(code, { token: null });
  room.reconnection.enabled = false;
  room.onError(() => undefined);
  let closed: number | null = null;
  room.onLeave((reason) => {
    closed = reason;
  });
  for (let sent = 0; sent <= MOST_MALFORMED; sent += 1) {
    expect(closed).toBeNull();
    room.send('command', { junk: sent });
    // Slower than a flood would be.
    await new Promise((resolve) => {
      setTimeout(resolve, 60);
    });
  }
  await until('it is closed', () => closed === 4002);
});

test('who asks for places again and again and never connects is shut out; who connects each time is not', async () => {
  const asker = { device: null, address: '10.1.0.1' };
  const floods = new Floods();
  for (let place = 0; place < 400; place += 1) {
    await floods.placeKept(asker);
    await floods.placeTaken(asker);
  }
  expect(await floods.isShut(asker)).toBe(false);
  const join = async (): Promise<Response> =>
    server.call('POST', `/matchmake/joinById/${code}`, { token: null }, SCHOOL);
  let kept = 0;
  while ((await join()).status === 200) kept += 1;
  expect(kept).toBeGreaterThanOrEqual(120);
  expect(kept).toBeLessThanOrEqual(240);
  expect((await join()).status).toBe(429);
});
