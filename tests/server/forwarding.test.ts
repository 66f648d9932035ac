import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addressSealedIn, PEER_HEADER, sealOn } from '../../server/http/peerSeal.ts';
import { hostKeyIn } from '../../server/http/hostKey.ts';
import { alone, RunsElsewhere } from '../../server/store/ownership.ts';
import { type TestServer, testServer, until } from '../support/testServer.ts';

const CODE = 'H7KX4M';

/** What the other server was asked, and how it answers. */
interface Asked {
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
let asked: Asked[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let server: TestServer;
let other: ReturnType<typeof createServer>;
let lookedUp: number;

beforeEach(async () => {
  asked = [];
  lookedUp = 0;
  answer = (_request, response) => void response.end('{}');
  other = createServer((incoming, response) => {
    let body = '';
    incoming.on('data', (part: Buffer) => (body += part.toString()));
    incoming.on('end', () => {
      // What servers tell each other is no request of a client.
      if (incoming.url?.startsWith('/api/peer/') === true) return void response.end('{}');
      asked.push({ url: incoming.url ?? '', headers: incoming.headers, body });
      answer(incoming, response);
    });
  }).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const peer = { id: 'other', address: `http://127.0.0.1:${(other.address() as AddressInfo).port}` };
  server = await testServer(Date.now, null, {
    publicUrl: 'https://school.example/crossroads',
    ownership: {
      ...alone,
      peers: () => [peer],
      runnerOf: async (code) => {
        lookedUp += 1;
        return code === CODE ? peer : null;
      },
    },
  });
});
afterEach(async () => {
  await server.close();
  other.closeAllConnections();
  other.close();
});

test('a request goes on as it came, without the path of the proxy and what holds for one connection', async () => {
  answer = (_request, response) => {
    response.setHeader('x-there', 'yes').setHeader('keep-alive', 'timeout=77');
    response.writeHead(201, { 'set-cookie': ['a=1', 'b=2'] }).end('{"seat":"meridia"}');
  };
  const sent = { seat: 'meridia', name: '安' };
  const headers = { cookie: 'crossroads_host=1', origin: server.origin, te: 'trailers' };
  const path = `/crossroads/api/sessions/${CODE.toLowerCase()}/seats?x=%2F`;
  const answered = await server.call('POST', path, sent, headers);
  expect([answered.status, await answered.json()]).toEqual([201, { seat: 'meridia' }]);
  expect(answered.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect([answered.headers.get('x-there'), answered.headers.get('x-content-type-options')]).toEqual([
    'yes',
    null,
  ]);
  expect(answered.headers.get('keep-alive')).not.toBe('timeout=77');
  const [there] = asked;
  expect(there).toMatchObject({
    url: `/api/sessions/${CODE.toLowerCase()}/seats?x=%2F`,
    body: JSON.stringify(sent),
    headers: { cookie: 'crossroads_host=1', origin: server.origin, host: new URL(server.origin).host },
  });
  expect(there?.headers['te']).toBeUndefined();
  const seen = { method: 'POST', path: there?.url ?? '', atMs: Date.now() };
  expect(addressSealedIn(hostKeyIn(server.dataDir), there?.headers ?? {}, seen)).toBe('127.0.0.1');
});

test('every path with a code is passed on, and no other', async () => {
  const paths = [
    `/api/sessions/${CODE}`,
    `/api/sessions/${CODE}/log?copy=open`,
    `/api/events/${CODE}/dials`,
    `/api/library/${CODE}/people`,
  ];
  for (const path of paths) await server.call('GET', path);
  await server.call('POST', `/matchmake/joinById/${CODE}`, {});
  for (const path of [
    '/api/sessions',
    '/api/library',
    '/api/events',
    '/api/scenarios',
    '/api/sessions/ABCDEF',
  ])
    await server.call('GET', path);
  await server.call('POST', '/matchmake/joinById/trial', {});
  expect(asked.map(({ url }) => url)).toEqual([...paths, `/matchmake/joinById/${CODE}`]);
});

test('who runs a session is asked for once a second, and again after a failure', async () => {
  const ask = async () => (await server.call('GET', `/api/sessions/${CODE}`)).status;
  for (let turn = 0; turn < 5; turn += 1) await ask();
  expect(lookedUp).toBe(1);
  answer = (_request, response) => void response.writeHead(503).end();
  expect([await ask(), await ask()]).toEqual([503, 503]);
  expect(lookedUp).toBe(2);
});

test('a body of the largest size arrives whole, and an answer as it comes', async () => {
  const body = { text: 'x'.repeat(16_000) };
  answer = (_request, response) => {
    response.write('first,');
    setTimeout(() => response.end('second'), 100);
  };
  const answered = await server.call('POST', `/api/sessions/${CODE}/seats`, body);
  const reader = answered.body?.getReader();
  expect(Buffer.from((await reader?.read())?.value ?? '').toString()).toBe('first,');
  expect(Buffer.from((await reader?.read())?.value ?? '').toString()).toBe('second');
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual(body);
});

test('a client that breaks off ends the request to the other server', async () => {
  let isEnded = false;
  answer = (_request, response) => void response.once('close', () => (isEnded = true));
  const leaving = request(`${server.origin}/api/sessions/${CODE}`).on('error', () => undefined);
  leaving.end();
  await until('the other server is asked', () => asked.length === 1);
  leaving.destroy();
  await until('the other server hears that nobody waits', () => isEnded);
});

test('an answer that breaks off breaks off for the client too', async () => {
  answer = (_request, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('part');
    setTimeout(() => response.destroy(), 50);
  };
  const answered = await server.call('GET', `/api/sessions/${CODE}`);
  await expect(answered.text()).rejects.toThrow('terminated');
});

test('a client who has guessed too often is not told what other servers run', async () => {
  for (let guess = 0; guess < 30; guess += 1)
    expect((await server.call('GET', `/api/sessions/${CODE.replace('H', 'J')}`)).status).toBe(404);
  const before = lookedUp;
  const blocked = await server.call('GET', `/api/sessions/${CODE}`);
  expect([blocked.status, asked.length, lookedUp]).toEqual([429, 0, before]);
});

test('a request whose code only its answer knows is passed on with the body that was read', async () => {
  const peer = { id: 'other', address: `http://127.0.0.1:${(other.address() as AddressInfo).port}` };
  const { registry } = server.app;
  const body = { scenario: 'archipelago', plan: '5x3', key: 'k'.repeat(16) };
  const first = await server.call('POST', '/api/practice', body);
  expect(first.status).toBe(201);
  registry.find = async () => {
    throw new RunsElsewhere(peer);
  };
  answer = (_request, response) => void response.writeHead(201).end('{"there":true}');
  const again = await server.call('POST', '/api/practice', body);
  expect([again.status, await again.json()]).toEqual([201, { there: true }]);
  expect(asked.map(({ url, body: sent }) => [url, JSON.parse(sent)])).toEqual([['/api/practice', body]]);
});

test('what another server answers is counted there alone', async () => {
  answer = (_request, response) => void response.writeHead(404).end();
  await server.call('GET', `/api/sessions/${CODE}`);
  await server.call('GET', '/api/none');
  const cookie = await server.hostCookie();
  const facts = await (await server.call('GET', '/api/host/server', undefined, { cookie })).json();
  expect(facts).toMatchObject({ refusals: [{ door: 'page', code: 'malformed', times: 1 }] });
});

test('a seal counts for one request, for a minute, and from who has the key', () => {
  const key = hostKeyIn(server.dataDir);
  const headers = {
    [PEER_HEADER]: sealOn(key, '203.0.113.1', { method: 'GET', path: '/a', atMs: Date.now() }),
  };
  const [at, now] = [{ method: 'GET', path: '/a' }, Date.now()];
  expect(addressSealedIn(key, headers, { ...at, atMs: now })).toBe('203.0.113.1');
  for (const atMs of [now + 61_000, now - 61_000])
    expect(addressSealedIn(key, headers, { ...at, atMs })).toBeNull();
  expect(addressSealedIn(key, headers, { ...at, path: '/b', atMs: now })).toBeNull();
  expect(addressSealedIn(key, headers, { ...at, method: 'POST', atMs: now })).toBeNull();
  expect(addressSealedIn({ sign: () => Buffer.alloc(32) }, headers, { ...at, atMs: now })).toBeNull();
  const [words = '', signature = ''] = (headers[PEER_HEADER] ?? '').split('.');
  const made = Buffer.from(JSON.stringify({ address: '203.0.113.2', atMs: now })).toString('base64url');
  for (const seal of [`${made}.${signature}`, `${words}.`, words, '', '.', 'a.b'])
    expect(addressSealedIn(key, { [PEER_HEADER]: seal }, { ...at, atMs: now })).toBeNull();
});
