import { Client, type Room } from '@colyseus/sdk';
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { scenarioById } from '../../shared/scenario/packs.ts';
import type { LiveSession } from '../../server/live/session.ts';
import { MOST_A_MINUTE } from '../../server/rooms/frameworkLog.ts';
import { type TestServer, testServer, until } from '../support/testServer.ts';

let server: TestServer;
let session: LiveSession;
/** A well-behaved person at the same table, and one at another table. */
let neighbour: Room;
let elsewhere: Room;

/** What reaches the console; it listens before the server starts. */
const said = vi.spyOn(console, 'error');

beforeAll(async () => {
  server = await testServer();
  const other = await opened();
  elsewhere = await joined(other.code, null);
});
beforeEach(async () => {
  session = await opened();
  neighbour = await joined(session.code, null);
});
afterAll(async () => {
  said.mockRestore();
  await server.close();
});

async function opened(): Promise<LiveSession> {
  const scenario = scenarioById('archipelago');
  if (scenario === null) throw new Error('no scenario');
  const options = { plan: '5x3', openDeck: true, practice: false, coverEmptySeats: true };
  return server.app.registry.open({ scenario, options });
}

async function joined(code: string, token: string | null): Promise<Room> {
  const room = await new Client(server.origin).joinById(code, { token });
  room.reconnection.enabled = false;
  room.onError(() => undefined);
  return room;
}

async function delegate(): Promise<Room> {
  const pass = await server.api.takeSeat(session.code, { seat: 'aurelia', name: null });
  if (!pass.ok) throw new Error(pass.failure.code);
  return joined(session.code, pass.value.token);
}

async function host(): Promise<Room> {
  return joined(
    session.code,
    await server.app.registry.grant({ kind: 'host', session: session.id, host: 'host' }),
  );
}

const command = async (room: Room, key: string, given: unknown): Promise<unknown> =>
  room.request('command', { key: `key-${key}-key`, command: given });

/** The proof that nobody else was affected: both tables still answer. */
async function othersLive(): Promise<void> {
  expect(await neighbour.request('clock', {})).toHaveProperty('nowMs');
  expect(await elsewhere.request('clock', {})).toHaveProperty('nowMs');
  expect((await server.call('GET', '/readyz')).status).toBe(200);
}

const bytes = new Uint8Array([1, 2, 3]);
const binaryLists: readonly unknown[] = [
  bytes,
  { type: 'say', channel: { kind: 'plenary' }, text: null, phrase: 'thankYou', mentions: bytes },
  { type: 'say', channel: bytes, text: null, phrase: 'thankYou', mentions: [] },
  { type: 'sealOrders', order: { action: 'dialogue', targets: bytes } },
  { type: 'sealOrders', order: bytes },
  { type: 'sealOrders', order: { action: 'bridge', pair: bytes } },
  { type: 'proposeAgreement', parties: bytes, terms: bytes, secrecy: 'secret' },
];

const closing = async (room: Room): Promise<number> =>
  new Promise((resolve) => {
    room.onLeave((code) => resolve(code));
  });

test('nonsense in place of a command is answered, and its sender stays', async () => {
  const room = await delegate();
  const nonsense = [
    null,
    42,
    'sealOrders',
    [],
    { key: 'k' },
    { key: 'key-key-key', command: { type: 'explode' } },
    {
      key: 'key-key-key',
      command: { type: 'sealOrders', order: { action: 'hold', operation: 'attributed' } },
    },
    { key: 'key-key-key', command: { type: 'sealOrders', order: { action: 'hold' }, seat: 'meridia' } },
    { key: 'key-key-key', command: { type: 'betOnDial', band: 9 }, __proto__: { a: 1 } },
    {
      key: 'key-key-key',
      command: { type: 'sealOrders', order: { action: 'dialogue', targets: new Uint8Array([1, 2]) } },
    },
  ];
  for (const message of nonsense) {
    expect(await room.request('command', message)).toEqual({ ok: false, undelivered: 'malformed' });
  }
  expect(await room.request('ask', { ask: 'everything' })).toBeNull();
  expect(await room.request('clock', { any: 'thing' })).toHaveProperty('nowMs');
  await othersLive();
});

test('binary where a list, a text or a command belongs is answered malformed, and its sender stays', async () => {
  const room = await delegate();
  const messages = [
    bytes,
    { key: bytes, command: { type: 'stepBack' } },
    ...binaryLists.map((given) => ({ key: 'key-key-key', command: given })),
  ];
  for (const message of messages)
    expect(await room.request('command', message)).toEqual({ ok: false, undelivered: 'malformed' });
  expect(
    await room.request('ask', { ask: 'preview', order: { action: 'dialogue', targets: bytes } }),
  ).toBeNull();
  expect(await room.request('clock', bytes)).toHaveProperty('nowMs');
  await othersLive();
});

test('nobody acts for another seat, as the host, as the clock or as the server', async () => {
  const room = await delegate();
  const notYours = { ok: false, refusal: { code: 'notYourCommand' } };
  const forbidden = [
    { type: 'startSession' },
    { type: 'endSession' },
    { type: 'coverSeat', seat: 'meridia', disposition: 'hold' },
    { type: 'takeSeat', seat: 'meridia', delegate: 'me', name: null },
    { type: 'reopenSession', remainingMs: 1 },
    { type: 'closePhase', because: 'deadline' },
    { type: 'closePhase', because: 'allSealed' },
  ];
  for (const given of forbidden) expect(await command(room, given.type, given)).toEqual(notYours);
  expect(await command(neighbour, 'seal', { type: 'sealOrders', order: { action: 'hold' } })).toEqual(
    notYours,
  );
  const facilitator = await host();
  expect(await command(facilitator, 'seal', { type: 'sealOrders', order: { action: 'hold' } })).toEqual(
    notYours,
  );
  expect(await command(facilitator, 'clock', { type: 'closePhase', because: 'deadline' })).toEqual(notYours);
  expect(session.state.phase.name).toBe('lobby');
  await othersLive();
});

test('a replayed key gets the first answer and changes nothing twice', async () => {
  const facilitator = await host();
  const first = await command(facilitator, 'start', { type: 'startSession' });
  const head = session.headSeq;
  expect(await command(facilitator, 'start', { type: 'startSession' })).toEqual(first);
  expect(await command(facilitator, 'start', { type: 'endSession' })).toEqual(first);
  expect(session.state.phase.name).not.toBe('ended');
  await until('bots have settled', () => session.headSeq >= head);
  await othersLive();
});

test('an unknown kind of message is answered or dropped', async () => {
  const room = await delegate();
  for (const type of ['nothing', '__proto__', 'constructor', 'toString']) {
    await expect(room.request(type, {})).rejects.toThrow();
    room.send(type, { x: 1 });
  }
  expect(await room.request('clock', {})).toHaveProperty('nowMs');
  await othersLive();
});

test('too large a message closes its sender alone', async () => {
  const room = await delegate();
  const closed = closing(room);
  room.send('command', { key: 'x'.repeat(9000) });
  expect(await closed).toBe(1009);
  await othersLive();
});

test('a flood closes its sender alone', async () => {
  const room = await delegate();
  const closed = closing(room);
  for (let i = 0; i < 200; i += 1) room.send('clock', { i });
  expect(await closed).toBe(4002);
  await othersLive();
  expect(server.logged.length).toBeLessThan(60);
});

test('one person has so many devices at once, and the oldest makes room', async () => {
  const pass = await server.api.takeSeat(session.code, { seat: 'aurelia', name: null });
  if (!pass.ok) throw new Error(pass.failure.code);
  const first = await joined(session.code, pass.value.token);
  const closed = closing(first);
  const others: Room[] = [];
  for (let i = 0; i < 8; i += 1) others.push(await joined(session.code, pass.value.token));
  expect(await closed).toBe(4010);
  expect(await others[0]?.request('clock', {})).toHaveProperty('nowMs');
  await othersLive();
});

test('raw bytes of every kind end nobody else’s session', async () => {
  for (let code = 0; code < 64; code += 1) {
    const room = await joined(session.code, null);
    for (const tail of [[], [0], [255, 255, 255, 255], [0xa3, 1], [0xc1], [0xdf, 255, 255, 255, 255]]) {
      if (room.connection.isOpen) room.connection.send(new Uint8Array([code, ...tail]));
    }
    void room.leave(false);
  }
  await othersLive();
});

test('sockets of other sites and sockets to nowhere are turned away', async () => {
  expect(await upgrade(`/p/${session.code}?sessionId=abc`, 'http://evil.example')).toBe(403);
  expect(await upgrade(`/p/${session.code}?sessionId=abc`, 'not a url')).toBe(403);
  expect(await upgrade(`/p/${session.code}?sessionId=abc`, server.origin)).toBe(404);
  expect(await upgrade('/p/ZZZZZZ?sessionId=abc')).toBe(404);
  expect(await upgrade('/p/__proto__?sessionId=abc')).toBe(404);
  await othersLive();
});

/** Asks for a socket: the status of the refusal, or `opened`. */
async function upgrade(path: string, origin?: string): Promise<number | 'opened'> {
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    ...(origin === undefined ? {} : { origin }),
  };
  return new Promise((resolve, reject) => {
    const asked = request(`${server.origin}${path}`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('upgrade', (_response, socket) => {
      socket.destroy();
      resolve('opened');
    });
    asked.on('error', reject).end();
  });
}

test('the log of the server holds no code, token or name', () => {
  const all = server.logged.join('\n');
  expect(all).not.toContain(session.code);
  expect(all).not.toMatch(/127\.0\.0\.1|explode|meridia/);
});

test('bytes that are no text reach no console, however many, and few lines of the log', async () => {
  const logged = server.logged.length;
  for (let socket = 0; socket < 10; socket += 1) {
    const room = await joined(session.code, null);
    // The frame of a message whose name, a text of four bytes, is no valid text.
    for (let message = 0; message < 15; message += 1)
      room.connection.send(Uint8Array.of(13, 0xa4, 0xff, 0xff, 0xff, 0xff));
    await room.request('clock', {}).catch(() => undefined);
    await room.leave().catch(() => undefined);
  }
  const lines = said.mock.calls.filter(([line]) => String(line).startsWith('decode.utf8Read()'));
  expect(lines).toEqual([]);
  const kept = server.logged.slice(logged).filter((line) => line.includes('bytes that are no text'));
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThanOrEqual(MOST_A_MINUTE);
  await othersLive();
});
