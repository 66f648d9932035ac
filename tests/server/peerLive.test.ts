import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloseCode } from '@colyseus/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hostKeyIn } from '../../server/http/hostKey.ts';
import type { LiveThere } from '../../server/http/peerLive.ts';
import { addressSealedIn, PEER_HEADER, sealOn } from '../../server/http/peerSeal.ts';
import { alone, type Peer } from '../../server/store/ownership.ts';
import { type TestServer, testServer } from '../support/testServer.ts';

const OPENING = { scenario: 'archipelago', plan: '5x3' };

let server: TestServer;
let cookie: string;
let peers: Peer[];
let others: ReturnType<typeof createServer>[];
beforeEach(async () => {
  [peers, others] = [[], []];
  server = await testServer(Date.now, null, { ownership: { ...alone, isShared: true, peers: () => peers } });
  cookie = await server.hostCookie();
});
afterEach(async () => {
  for (const other of others) {
    other.closeAllConnections();
    other.close();
  }
  await server.close();
});

/** Another server that answers as it is told. */
async function otherServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<void> {
  const other = createServer(answer).listen(0, '127.0.0.1');
  others.push(other);
  await once(other, 'listening');
  peers.push({
    id: `other-${peers.length}`,
    address: `http://127.0.0.1:${(other.address() as AddressInfo).port}`,
  });
}

async function read<Value>(path: string): Promise<Value> {
  const answer = await server.call('GET', path, undefined, { cookie });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Value;
}

const posted = async (path: string, body: unknown) => server.call('POST', path, body, { cookie });

/** What this server would tell others. */
async function told(): Promise<LiveThere> {
  const path = '/api/peer/live';
  const seal = sealOn(hostKeyIn(server.dataDir), 'unknown', { method: 'GET', path, atMs: Date.now() });
  const answer = await server.call('GET', path, undefined, { [PEER_HEADER]: seal });
  expect(answer.status).toBe(200);
  return (await answer.json()) as LiveThere;
}

async function opened(): Promise<string> {
  return ((await (await posted('/api/sessions', OPENING)).json()) as { code: string }).code;
}

test('what a server runs is for servers alone', async () => {
  for (const headers of [{}, { cookie }, { cookie, [PEER_HEADER]: 'a.b' }])
    expect((await server.call('GET', '/api/peer/live', undefined, headers)).status).toBe(404);
  expect(await told()).toMatchObject({ sessions: [], events: [], standing: { people: 0 } });
});

test('lists show what is awake on another server as if it were here', async () => {
  const code = await opened();
  const gathering = { key: 'k'.repeat(16), opening: OPENING, placing: 'fill', size: 8, tables: 1, names: [] };
  const event = (await (await posted('/api/events', gathering)).json()) as { code: string };
  const there = await told();
  const [before, library] = [await read('/api/sessions'), await read('/api/library?state=all')];
  const events = await read<{ code: string; open: number }[]>('/api/events');
  expect(events).toMatchObject([{ code: event.code, open: 1, tables: 1 }]);
  for (const { code: awake } of server.app.registry.live())
    await server.app.registry.rest(awake, CloseCode.CONSENTED);
  expect(await read('/api/sessions')).toMatchObject([{ code, phase: 'asleep', people: null }]);
  await otherServer((request, response) => {
    const { method = '', url: path = '', headers } = request;
    const seen = { method, path, atMs: Date.now() };
    const isSealed = addressSealedIn(hostKeyIn(server.dataDir), headers, seen) !== null;
    response.writeHead(isSealed ? 200 : 403).end(JSON.stringify(there));
  });
  expect(await read('/api/sessions')).toEqual(before);
  expect(await read('/api/library?state=all')).toEqual(library);
  expect(await read('/api/events')).toEqual(events);
});

test('a server that is silent, or says nonsense, is left out after a second, and the page says that one is silent', async () => {
  const code = await opened();
  const there = await told();
  await otherServer(() => undefined);
  await otherServer((_request, response) => void response.end('{"sessions":[{"id":1}]}'));
  await otherServer((_request, response) => void response.end(JSON.stringify(there)));
  const began = performance.now();
  expect(await read('/api/sessions')).toMatchObject([{ code, phase: 'lobby' }]);
  expect(performance.now() - began).toBeLessThan(2000);
  const facts = await read<{ standing: unknown }>('/api/host/server');
  expect(facts).toMatchObject({
    servers: { all: 4, silent: 2 },
    standing: { sessions: { lobby: 2 }, kept: 1, people: 0 },
  });
});

test('events that another server has opened are known when they are asked for or listed, and tables that it has laid', async () => {
  const gathering = { opening: OPENING, placing: 'fill', size: 8, tables: 2, names: [] };
  const { code } = (await (await posted('/api/events', gathering)).json()) as { code: string };
  const [stored] = await server.store.gatherings();
  const there = { code: 'ABCDEF', id: 'there', created: Date.now(), opening: stored?.opening ?? '' };
  await server.store.createGathering(there);
  await otherServer((_request, response) => void response.end('{}'));
  expect(await read('/api/events')).toMatchObject([
    { code: 'ABCDEF', tables: 0 },
    { code, tables: 2, open: 2 },
  ]);
});
