import { Client, type Room } from '@colyseus/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OPEN_ENTRY } from '#shared/session/vocabulary/entry.ts';
import { liveSource, openSource } from '../../client/source/live.ts';
import type { ViewSource } from '../../client/source/viewSource.ts';
import type { LiveSession } from '../../server/live/session.ts';
import { scenarioById } from '../../shared/scenario/packs.ts';
import { type TestServer, testServer, until } from '../support/testServer.ts';

const host = { kind: 'host', host: 'host' } as const;

let server: TestServer;
let session: LiveSession;
const sources: ViewSource[] = [];
const rooms: Room[] = [];
beforeEach(async () => {
  server = await testServer();
  const scenario = scenarioById('archipelago');
  if (scenario === null) throw new Error('no scenario');
  const options = { plan: '5x3', openDeck: true, practice: false, coverEmptySeats: false };
  session = await server.app.registry.open({ scenario, options });
});
afterEach(async () => {
  for (const source of sources.splice(0)) source.close();
  await Promise.all(rooms.splice(0).map((room) => room.leave().catch(() => undefined)));
  await server.close();
});

function watched(open = openSource): ViewSource {
  const source = open(session.code, null, server.origin);
  sources.push(source);
  return source;
}

const stands = async (source: ViewSource, status: string): Promise<void> =>
  until(`it stands at ${status}`, () => source.status.value === status);

/** How often somebody has asked to join, from now on. */
function joinsAsked(): () => number {
  const before = globalThis.fetch;
  let count = 0;
  globalThis.fetch = async (input, init) => {
    if (String(input instanceof Request ? input.url : input).includes('/matchmake/')) count += 1;
    return before(input, init);
  };
  return () => {
    globalThis.fetch = before;
    return count;
  };
}

const moment = async (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

test('a projector or watcher without permission says so and does not ask again', async () => {
  const projector = watched();
  await stands(projector, 'live');
  const entry = { ...OPEN_ENTRY, observers: false };
  await session.submit(host, 'no-watching', { type: 'setEntry', entry });
  await stands(projector, 'noWatching');
  const watcher = watched(liveSource);
  await stands(watcher, 'noWatching');
  const asked = joinsAsked();
  await moment(1500);
  expect(asked()).toBe(0);
  await session.submit(host, 'watching', { type: 'setEntry', entry: OPEN_ENTRY });
  await stands(watched(), 'live');
});

test('a watcher turned away for lack of room says so, and asks again only after a while', async () => {
  const client = new Client(server.origin);
  for (let window = 0; window < 60; window += 1)
    rooms.push(await client.joinById(session.code, { token: null }));
  const late = watched();
  await stands(late, 'crowded');
  const asked = joinsAsked();
  await moment(2500);
  expect(asked()).toBe(0);
  expect(late.status.value).toBe('crowded');
}, 60_000);
