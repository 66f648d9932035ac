import { recordings, recordSockets, stateFrames } from '../support/recordingSocket.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type JoinedRoom, joinRoom } from '../../client/net/joinRoom.ts';
import { unmirror, type WireTable } from '../../client/net/unmirror.ts';
import type { Order } from '../../shared/model/actions.ts';
import { scenarioById } from '../../shared/scenario/packs.ts';
import type { Command } from '../../shared/session/vocabulary/commands.ts';
import { type TestServer, testServer } from '../support/testServer.ts';

/** Each step waits until every frame of the one before has arrived. */
vi.setConfig({ testTimeout: 120_000 });

/** A clock that does not move, so that two runs have the same deadlines. */
const NOON = 1_900_000_000_000;

/** Longer than a beat, so that a step is shown before the next one begins. */
const settled = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 800));

recordSockets();
let server: TestServer;
beforeAll(async () => {
  server = await testServer(() => NOON);
});
afterAll(async () => server.close());

interface Secret {
  readonly order: Order;
  readonly expects: { readonly seat: string; readonly family: 'securitize' | 'cooperate' };
  readonly bet: 1 | 5;
  /** Said in private, to a third seat and among its own people. */
  readonly words: string;
}

interface Seen {
  /** By socket: everything it received until just before the reveal. */
  readonly frames: readonly (readonly string[])[];
  readonly decoded: readonly ReturnType<typeof unmirror>[];
  readonly frameCounts: readonly number[];
}

/**
 * Plays the same session up to the reveal; only the first seat's secret actions vary. Sockets: its own, a rival's, the host's, a
 * watcher's. Runs may be parallel.
 */
async function run(secret: Secret): Promise<Seen> {
  const scenario = scenarioById('archipelago');
  if (scenario === null) throw new Error('no scenario');
  const options = { plan: '5x3', openDeck: true, practice: false, coverEmptySeats: true };
  const session = await server.app.registry.open({ scenario, options, seed: 7 });
  const seats = session.state.seats.map(({ id }) => id);
  const tokens: (string | null)[] = [];
  for (const seat of seats.slice(0, 2)) {
    const delegate = `person-${seat}`;
    const actor = { kind: 'delegate', delegate, seat } as const;
    await session.submit(actor, 'sit', { type: 'takeSeat', seat, delegate, name: null });
    tokens.push(await server.app.registry.grant({ kind: 'delegate', session: session.id, seat, delegate }));
  }
  // Bots that say nothing unasked: when others speak, and in which frame, would be left to chance.
  for (const seat of seats.slice(2)) {
    const cover = { type: 'coverSeat', seat, disposition: 'hold' } as const;
    await session.submit({ kind: 'host', host: 'host' }, `cover-${seat}`, cover);
  }
  tokens.push(await server.app.registry.grant({ kind: 'host', session: session.id, host: 'host' }), null);
  const own = () => recordings.filter(({ url }) => url.includes(`/${session.code}?`));
  const rooms: { room: JoinedRoom; table: () => WireTable }[] = [];
  for (const token of tokens) {
    rooms.push(await joined(session.code, token));
    await settled();
  }
  const give = async (socket: number, key: string, command: Command, text?: string): Promise<void> => {
    const answer = await rooms[socket]?.room.request('command', {
      key: `${key}-key-key`,
      command,
      text,
    });
    expect(answer).toMatchObject({ ok: true });
    await settled();
  };
  await give(2, 'start', { type: 'startSession' });
  for (let step = 0; session.state.phase.name !== 'decision' && step < 5; step += 1) {
    await give(2, `close-${step}`, { type: 'closePhase', because: 'host' });
  }
  const toThird = { kind: 'bilateral', with: seats[2] ?? '' } as const;
  await give(
    0,
    'say',
    { type: 'say', channel: toThird, text: null, phrase: null, mentions: [] },
    secret.words,
  );
  await give(
    0,
    'ours',
    { type: 'say', channel: { kind: 'delegation' }, text: null, phrase: null, mentions: [] },
    secret.words,
  );
  await give(0, 'open', {
    type: 'say',
    channel: { kind: 'plenary' },
    text: null,
    phrase: 'thankYou',
    mentions: [],
  });
  await give(0, 'draft', { type: 'draftOrder', order: secret.order, expects: secret.expects });
  await give(0, 'bet', { type: 'betOnDial', band: secret.bet });
  await give(0, 'seal', { type: 'sealOrders', order: secret.order, expects: secret.expects });
  const seen = {
    frames: own().map(stateFrames),
    decoded: rooms.map(({ table }) => structuredClone(unmirror(table()))),
    frameCounts: own().map(({ frames }) => frames.length),
  };
  for (const { room } of rooms) room.leave();
  return seen;
}

async function joined(
  code: string,
  token: string | null,
): Promise<{ room: JoinedRoom; table: () => WireTable }> {
  const result = await joinRoom(server.origin, code, token);
  if (!result.ok) throw new Error(result.failure);
  let latest: WireTable | null = null;
  result.room.onTable((wire) => {
    latest = wire;
  });
  return {
    room: result.room,
    table: () => {
      if (latest === null) throw new Error('no state came');
      return latest;
    },
  };
}

test('two runs that differ in one seat’s sealed orders look the same to everybody else, frame by frame', async () => {
  const [hawk, dove] = await Promise.all([
    run({
      order: { action: 'restrict', targets: ['meridia'] },
      expects: { seat: 'meridia', family: 'securitize' },
      bet: 1,
      words: 'restrict them',
    }),
    run({
      order: { action: 'commit' },
      expects: { seat: 'meridia', family: 'cooperate' },
      bet: 5,
      words: 'commit with us',
    }),
  ]);
  const others = [1, 2, 3];
  for (const socket of others) {
    expect(hawk.frames[socket]?.length).toBeGreaterThan(3);
    expect(hawk.frames[socket]).toEqual(dove.frames[socket]);
    expect(hawk.decoded[socket]).toEqual(dove.decoded[socket]);
    expect(hawk.frameCounts[socket]).toBe(dove.frameCounts[socket]);
  }
  const said = hawk.decoded[1]?.table.messages.map(({ phrase }) => phrase);
  expect([said, hawk.decoded[1]?.own?.messages]).toEqual([['thankYou'], []]);
  // The bot at the third seat answers in private; the test compares only what was written.
  const written = hawk.decoded[0]?.own?.messages.flatMap(({ text }) => (text === null ? [] : [text]));
  expect(written).toEqual(['restrict them', 'restrict them']);
  // The control: the owner's own socket does tell the two runs apart, so the comparison can see a difference.
  expect(hawk.frames[0]).not.toEqual(dove.frames[0]);
  expect(hawk.decoded[0]?.own?.drafts.map(({ order }) => order)).toEqual([
    { action: 'restrict', targets: ['meridia'] },
  ]);
  expect(hawk.decoded[0]?.own?.order).toEqual({ action: 'restrict', targets: ['meridia'] });
  expect(dove.decoded[0]?.own?.order).toEqual({ action: 'commit' });
  expect(others.map((socket) => hawk.decoded[socket]?.own?.seat ?? null)).toEqual([
    hawk.decoded[1]?.own?.seat,
    null,
    null,
  ]);
});

test('where trust is not shown, a socket is sent no more of it than its seat knows', async () => {
  const scenario = scenarioById('archipelago');
  if (scenario === null) throw new Error('no scenario');
  const options = {
    plan: '5x3',
    openDeck: true,
    practice: false,
    coverEmptySeats: true,
    trustSeen: 'own',
  } as const;
  const session = await server.app.registry.open({ scenario, options, seed: 7 });
  const [seat = ''] = session.state.seats.map(({ id }) => id);
  const actor = { kind: 'delegate', delegate: 'person', seat } as const;
  await session.submit(actor, 'sit', { type: 'takeSeat', seat, delegate: 'person', name: null });
  const tokens = [
    await server.app.registry.grant({ kind: 'delegate', session: session.id, seat, delegate: 'person' }),
    await server.app.registry.grant({ kind: 'host', session: session.id, host: 'host' }),
    null,
  ];
  const rooms: Awaited<ReturnType<typeof joined>>[] = [];
  for (const token of tokens) rooms.push(await joined(session.code, token));
  await settled();
  const [own, host, watcher] = rooms.map(({ table }) => unmirror(table()));
  const n = session.state.seats.length;
  expect([own?.table.trust, watcher?.table.trust, watcher?.own]).toEqual([[], [], null]);
  expect(host?.table.trust).toHaveLength(n * n);
  expect(own?.own?.trust).toEqual({
    inOthers: host?.table.trust.slice(0, n),
    ofOthers: host?.table.trust.filter((_, cell) => cell % n === 0),
  });
  for (const { room } of rooms) room.leave();
});
