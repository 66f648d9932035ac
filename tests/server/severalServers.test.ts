import { request } from 'node:http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Api, apiAt } from '../../client/net/api.ts';
import { PEER_HEADER, sealOn } from '../../server/http/peerSeal.ts';
import { nowRuns } from '../support/folderOwnership.ts';
import { type OneOfSeveral, type Several, severalServers } from '../support/severalServers.ts';

let several: Several;
let [near, far]: OneOfSeveral[] = [];
beforeAll(async () => {
  several = await severalServers(2);
  [near, far] = several.servers;
});
afterAll(async () => several.close());

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** Asks a server; `fetch` forbids some of the headers. */
async function ask(
  server: OneOfSeveral | undefined,
  path: string,
  { method = 'GET', headers = {}, body }: Asked = {},
) {
  const text = body === undefined ? '' : JSON.stringify(body);
  const sent = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers };
  return new Promise<{ status: number; body: unknown; headers: Record<string, unknown> }>(
    (resolve, reject) => {
      const asked = request(`${server?.origin}${path}`, { method, headers: sent }, (answer) => {
        let said = '';
        answer.on('data', (part: Buffer) => (said += part.toString()));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            body: said.startsWith('{') || said.startsWith('[') ? JSON.parse(said) : said,
            headers: answer.headers,
          }),
        );
      });
      asked.on('error', reject).end(text);
    },
  );
}

/** A session that the far server runs. */
async function openedFar(): Promise<string> {
  const opened = await ask(far, '/api/sessions', {
    method: 'POST',
    headers: { cookie: far?.cookie ?? '' },
    body: { scenario: 'archipelago', plan: '5x3' },
  });
  const { code } = opened.body as { code: string };
  nowRuns(several.folder, code, far?.id ?? '');
  return code;
}

const nearApi = (): Api => apiAt(near?.origin ?? '');

test('a session that another server runs is joined here, with one cookie for the browser', async () => {
  const code = await openedFar();
  const looked = await ask(near, `/api/sessions/${code}`);
  expect(looked).toMatchObject({ status: 200, body: { code, phase: 'lobby' } });
  const cookies = looked.headers['set-cookie'] as string[];
  expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['crossroads_device']);
  const seated = await nearApi().takeSeat(code, { seat: 'meridia', name: 'Ann' });
  expect(seated).toMatchObject({ ok: true, value: { code, seat: 'meridia' } });
  const there = await ask(far, `/api/sessions/${code}`);
  expect(there.body).toMatchObject({
    seats: expect.arrayContaining([expect.objectContaining({ id: 'meridia', people: 1 })]),
  });
});

test('the host’s cookie of one server counts on all, and what the host does reaches the server that runs the session', async () => {
  const code = await openedFar();
  const headers = { cookie: near?.cookie ?? '' };
  expect((await ask(near, `/api/sessions/${code}/host`, { method: 'POST', headers, body: {} })).status).toBe(
    201,
  );
  expect((await ask(near, `/api/sessions/${code}/host`, { method: 'POST', body: {} })).status).toBe(403);
  const deleted = await ask(near, `/api/library/${code}/delete`, { method: 'POST', headers, body: {} });
  expect(deleted).toMatchObject({ status: 200, body: { deletedMs: expect.any(Number) } });
  expect((await ask(far, `/api/sessions/${code}`)).status).toBe(404);
});

test('the address of the asker goes with a request, and no client can make one up', async () => {
  const code = await openedFar();
  const guess = async (address: string, more: Record<string, string> = {}) => {
    const headers = { 'x-forwarded-for': address, ...more };
    const path = `/api/sessions/${code}/rejoin`;
    return (await ask(near, path, { method: 'POST', headers, body: { code: 'AAAABBBB' } })).status;
  };
  for (let tries = 0; tries < 30; tries += 1) expect(await guess('203.0.113.7')).toBe(403);
  expect(await guess('203.0.113.7')).toBe(429);
  expect(await guess('203.0.113.8')).toBe(403);
  const path = `/api/sessions/${code}/rejoin`;
  const forged = sealOn({ sign: () => Buffer.alloc(32) }, '203.0.113.9', {
    method: 'POST',
    path,
    atMs: Date.now(),
  });
  expect(await guess('203.0.113.7', { [PEER_HEADER]: forged })).toBe(429);
});

test('a request is passed on once: a server that does not run the session says so', async () => {
  const code = await openedFar();
  const path = `/api/sessions/${code}`;
  const sealed = async (atMs: number) => {
    const seal = sealOn(several.key, '203.0.113.20', { method: 'GET', path, atMs });
    return ask(near, path, { headers: { [PEER_HEADER]: seal } });
  };
  const refused = await sealed(Date.now());
  expect(refused).toMatchObject({ status: 503, body: { code: 'offline' }, headers: { 'retry-after': '1' } });
  expect((await sealed(Date.now() - 61_000)).status).toBe(200);
});

test('wrong codes count on all servers, whichever is asked', async () => {
  const guess = async (server: OneOfSeveral | undefined, address: string) =>
    (await ask(server, '/api/sessions/AAAAAA', { headers: { 'x-forwarded-for': address } })).status;
  for (let tries = 0; tries < 15; tries += 1)
    expect([await guess(near, '203.0.113.40'), await guess(far, '203.0.113.40')]).toEqual([404, 404]);
  for (const server of several.servers)
    await vi.waitFor(async () => expect(await guess(server, '203.0.113.40')).toBe(429));
  expect(await guess(far, '203.0.113.41')).toBe(404);
});

test('wrong passwords at the same time at several servers get no more tries than at one', {
  timeout: 60_000,
}, async () => {
  // Of their own, because a new password ends the host's sessions at the others.
  const two = await severalServers(2);
  for (const server of two.servers) {
    const headers = { cookie: server.cookie };
    const body = { password: 'the right one' };
    expect((await ask(server, '/api/host/password', { method: 'POST', headers, body })).status).toBe(200);
  }
  const login = async (server: OneOfSeveral | undefined, password: string, address: string) =>
    (
      await ask(server, '/api/host/login', {
        method: 'POST',
        headers: { 'x-forwarded-for': address },
        body: { password },
      })
    ).status;
  const turns = Array.from({ length: 25 }, (_, turn) => turn);
  const answers = await Promise.all(
    turns.flatMap((turn) => two.servers.map((one) => login(one, `wrong ${turn}`, '203.0.113.50'))),
  );
  const tried = answers.filter((status) => status === 403).length;
  expect(new Set(answers)).toEqual(new Set(tried === 0 ? [429] : [403, 429]));
  expect(tried).toBeLessThanOrEqual(10);
  for (const server of two.servers) {
    expect(await login(server, 'the right one', '203.0.113.50')).toBe(429);
    for (let turn = 0; turn < 6; turn += 1)
      expect(await login(server, 'the right one', '203.0.113.51')).toBe(200);
  }
  await two.close();
});

test('practice sessions count on all servers', async () => {
  const practise = async (server: OneOfSeveral | undefined, cookie: string) =>
    ask(server, '/api/practice', { method: 'POST', headers: { cookie }, body: {} });
  const first = await ask(near, '/api/scenarios');
  const cookie = (first.headers['set-cookie'] as string[])[0]?.split(';')[0] ?? '';
  for (const server of [near, near, near, far, far])
    expect((await practise(server, cookie)).status).toBe(201);
  for (const server of several.servers)
    await vi.waitFor(async () => expect(await practise(server, cookie)).toMatchObject({ status: 429 }));
});

test('no client tells a server of failures', async () => {
  const item = { limit: 'failures', asker: { device: null, address: '203.0.113.60' }, change: 99 };
  expect((await ask(near, '/api/peer/failures', { method: 'POST', body: [item] })).status).toBe(404);
});

test('when the server that runs a session is gone, the page hears what it hears without a network', async () => {
  const code = await openedFar();
  await far?.end('SIGKILL');
  const answer = await ask(near, `/matchmake/joinById/${code}`, { method: 'POST', body: {} });
  expect(answer).toMatchObject({ status: 503, body: { code: 'offline' }, headers: { 'retry-after': '1' } });
  expect(await nearApi().joinCard(code)).toMatchObject({ ok: false, failure: { code: 'offline' } });
});
