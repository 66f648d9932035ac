import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { matchMaker } from '@colyseus/core';
import { scenarioById } from '../../shared/scenario/packs.ts';
import { cutOffUnread, MOST_UNREAD_BYTES } from '../../server/rooms/unread.ts';
import { type TestServer, testServer, until } from '../support/testServer.ts';
import { openUnread } from '../support/unreadSocket.ts';

let server: TestServer;
let code: string;
beforeEach(async () => {
  server = await testServer();
  const scenario = scenarioById('twelve-states');
  if (scenario === null) throw new Error('no scenario');
  const options = { plan: '6x3', openDeck: true, practice: false, coverEmptySeats: false };
  ({ code } = await server.app.registry.open({ scenario, options }));
});
afterEach(async () => server.close());

/** Well below the pace at which a socket is closed for that alone, also when the room's clock is late. */
const PACE_MS = 80;

const joined = (): number => matchMaker.getLocalRoomById(code)?.clients.length ?? 0;

test('who joins, never says that it is in, and asks without end is let go before its answers fill the memory', async () => {
  const socket = await openUnread(server.origin, code, false);
  expect(joined()).toBe(1);
  let asked = 0;
  for (; joined() > 0 && asked < 150; asked += 1) {
    socket.ask();
    await sleep(PACE_MS);
  }
  expect(joined()).toBe(0);
  socket.close();
  expect(asked).toBeGreaterThan(50);
}, 60_000);

test('who asks at the same pace and says that it is in stays as long as its answers go out', async () => {
  const socket = await openUnread(server.origin, code, true);
  for (let asked = 0; asked < 20; asked += 1) {
    socket.ask();
    await sleep(PACE_MS);
  }
  expect(joined()).toBe(1);
  socket.close();
  await until('it is gone', () => joined() === 0);
}, 30_000);

test('as much as a socket may leave unread is no reason to cut it off, one byte more is', () => {
  for (const [more, times] of [
    [0, 0],
    [1, 1],
  ] as const) {
    const terminate = vi.fn<() => void>();
    const frames = [new Uint8Array(MOST_UNREAD_BYTES), new Uint8Array(more)];
    cutOffUnread([{ _enqueuedMessages: frames, ref: { terminate } }, { ref: { terminate } }]);
    expect(terminate).toHaveBeenCalledTimes(times);
  }
});
