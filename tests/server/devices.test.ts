import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestServer, testServer } from '../support/testServer.ts';

const PASSWORD = 'a password of the host';

let server: TestServer;
let host: string;
beforeEach(async () => {
  server = await testServer();
  host = await server.hostCookie();
});
afterEach(async () => server.close());

/** A browser behind the school's one address: it keeps its cookie. */
async function browser() {
  const first = await server.call('GET', '/api/scenarios');
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  return async (method: string, path: string, body?: unknown): Promise<number> =>
    (await server.call(method, path, body, { cookie })).status;
}

async function openedCode(): Promise<string> {
  const opening = { scenario: 'archipelago', plan: '5x3', delegationSize: 6 };
  const opened = await server.call('POST', '/api/sessions', opening, { cookie: host });
  const { code }: { code: string } = await opened.json();
  return code;
}

test('a browser keeps the cookie it was given, and a forged one is replaced', async () => {
  const first = await server.call('GET', '/api/scenarios');
  const given = first.headers.get('set-cookie') ?? '';
  expect(given).toMatch(/^crossroads_device=[\w-]{16}\.[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax;/);
  const cookie = given.split(';')[0] ?? '';
  const again = await server.call('GET', '/api/scenarios', undefined, { cookie });
  expect(again.headers.get('set-cookie')).toBeNull();
  const forged = await server.call('GET', '/api/scenarios', undefined, { cookie: cookie.replace(/.$/, '!') });
  expect(forged.headers.get('set-cookie')).toMatch(/^crossroads_device=/);
});

test.each(['with a cookie', 'by a script without cookies'])(
  'one pupil’s wrong codes, given %s, keep nobody else out, nor the host’s right password',
  async (how) => {
    await server.app.door.setPassword(PASSWORD);
    host = (await server.app.door.cookie(Date.now(), { path: '/', isSecure: false })).split(';')[0] ?? '';
    const [code, pupil, other, teacher] = [
      await openedCode(),
      await browser(),
      await browser(),
      await browser(),
    ];
    const guess = async (): Promise<number> =>
      how === 'with a cookie'
        ? pupil('GET', '/api/sessions/ZZZZZZ')
        : (await server.call('GET', '/api/sessions/ZZZZZZ')).status;
    for (let i = 0; i < 30; i += 1) expect(await guess()).toBe(404);
    expect(await guess()).toBe(429);
    expect(await other('GET', '/api/sessions/YYYYYY')).toBe(404);
    expect(await other('GET', `/api/sessions/${code}`)).toBe(200);
    expect(await teacher('POST', '/api/host/login', { password: PASSWORD })).toBe(200);
  },
);

test('one pupil’s wrong passwords keep the host’s right one out of no other browser', async () => {
  await server.app.door.setPassword(PASSWORD);
  const [pupil, teacher] = [await browser(), await browser()];
  for (let i = 0; i < 10; i += 1)
    expect(await pupil('POST', '/api/host/login', { password: `guess ${i}` })).toBe(403);
  expect(await pupil('POST', '/api/host/login', { password: PASSWORD })).toBe(429);
  expect(await teacher('POST', '/api/host/login', { password: PASSWORD })).toBe(200);
});

test('practice: five starts a minute of one browser, and the others behind its address go on', async () => {
  const [pupil, other] = [await browser(), await browser()];
  for (let i = 0; i < 5; i += 1) expect(await pupil('POST', '/api/practice', {})).toBe(201);
  expect(await pupil('POST', '/api/practice', {})).toBe(429);
  expect(await other('POST', '/api/practice', {})).toBe(201);
});

test('a client that drops its cookie after each guess meets a limit, and known codes still open', async () => {
  const [code, other] = [await openedCode(), await browser()];
  expect(await other('GET', `/api/sessions/${code}`)).toBe(200);
  for (let device = 0; device < 20; device += 1) {
    const fresh = await browser();
    for (let i = 0; i < 30; i += 1) await fresh('GET', '/api/sessions/ZZZZZZ');
  }
  expect(await (await browser())('GET', '/api/sessions/ZZZZZZ')).toBe(429);
  expect(await other('GET', `/api/sessions/${code}`)).toBe(200);
});

test('a class of forty behind one address mistypes, joins and practises, and none is turned away', async () => {
  const twelve = { scenario: 'twelve-states', plan: '5x3' };
  const opened = await server.call('POST', '/api/sessions', twelve, { cookie: host });
  const { code }: { code: string } = await opened.json();
  const turnedAway: string[] = [];
  for (let person = 0; person < 40; person += 1) {
    const pupil = await browser();
    for (let slip = 0; slip < 3; slip += 1)
      if ((await pupil('GET', '/api/sessions/ZZZZZZ')) !== 404) turnedAway.push(`slip of ${person}`);
    if ((await pupil('GET', `/api/sessions/${code}`)) !== 200) turnedAway.push(`look of ${person}`);
    if ((await pupil('POST', `/api/sessions/${code}/seats`, { seat: null, name: null })) !== 201)
      turnedAway.push(`seat of ${person}`);
    if ((await pupil('POST', '/api/practice', {})) !== 201) turnedAway.push(`practice of ${person}`);
  }
  expect(turnedAway).toEqual([]);
}, 60_000);
