import { recordings, recordSockets, stateFrames } from '../support/recordingSocket.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type JoinedRoom, joinRoom } from '../../client/net/joinRoom.ts';
import { scenarioById } from '../../shared/scenario/packs.ts';
import type { Command } from '../../shared/session/vocabulary/commands.ts';
import { type TestServer, testServer } from '../support/testServer.ts';

vi.setConfig({ testTimeout: 90_000 });

/** A clock that does not move, so that two runs have the same deadlines. */
const NOON = 1_900_000_000_000;

/** Longer than a beat, so that everything before it has been shown. */
const shown = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 800));

recordSockets();
let server: TestServer;
beforeAll(async () => {
  server = await testServer(() => NOON);
});
afterAll(async () => server.close());

type Given = readonly [socket: number, command: Command, text?: string];

const say = { type: 'say', text: null, mentions: [] } as const;
const inPlenary: Given = [1, { ...say, channel: { kind: 'plenary' }, phrase: 'thankYou' }];

/** What the first seat does while nobody else can see it. */
function privateActs(third: string): readonly Given[] {
  const order = { action: 'commit' } as const;
  return [
    [0, { ...say, channel: { kind: 'bilateral', with: third }, phrase: null }, 'between us'],
    [0, { type: 'draftOrder', order }],
    [0, { type: 'betOnDial', band: 4 }],
    [
      0,
      {
        type: 'proposeAgreement',
        parties: ['aurelia', third],
        terms: { clauses: [{ kind: 'mutualRestraint' }], force: 'pledge', fromRound: 1, untilRound: 2 },
        secrecy: 'secret',
      },
    ],
  ];
}

interface Run {
  /** By socket: each frame of state, in order. */
  readonly frames: readonly (readonly string[])[];
  /** By socket: how many frames had arrived after the private acts, and nothing else since the last look. */
  readonly duringPrivate: readonly number[];
}

/**
 * People at all six seats; sockets at three of them, the host's and a watcher's. Some acts are public; a run may omit the private
 * ones. Runs may be parallel.
 */
async function run(withPrivateActs: boolean): Promise<Run> {
  const scenario = scenarioById('archipelago');
  if (scenario === null) throw new Error('no scenario');
  const options = { plan: '5x3', openDeck: true, practice: false, coverEmptySeats: false };
  const session = await server.app.registry.open({ scenario, options, seed: 7 });
  const seats = session.state.seats.map(({ id }) => id);
  const tokens: (string | null)[] = [];
  for (const seat of seats) {
    const delegate = `person-${seat}`;
    const actor = { kind: 'delegate', delegate, seat } as const;
    await session.submit(actor, 'sit', { type: 'takeSeat', seat, delegate, name: null });
    tokens.push(await server.app.registry.grant({ kind: 'delegate', session: session.id, seat, delegate }));
  }
  const host = await server.app.registry.grant({ kind: 'host', session: session.id, host: 'host' });
  const own = () => recordings.filter(({ url }) => url.includes(`/${session.code}?`));
  const rooms: JoinedRoom[] = [];
  for (const token of [...tokens.slice(0, 3), host, null]) {
    const joined = await joinRoom(server.origin, session.code, token);
    if (!joined.ok) throw new Error(joined.failure);
    joined.room.onTable(() => undefined);
    rooms.push(joined.room);
    await shown();
  }
  let count = 0;
  const give = async ([socket, command, text]: Given): Promise<void> => {
    const key = `command-${(count += 1)}-of-this-run`;
    expect(await rooms[socket]?.request('command', { key, command, text })).toMatchObject({ ok: true });
  };
  await give([3, { type: 'startSession' }]);
  for (let step = 0; session.state.phase.name !== 'decision' && step < 5; step += 1)
    await give([3, { type: 'closePhase', because: 'host' }]);
  await shown();
  await give(inPlenary);
  await shown();
  const before = own().map((recording) => stateFrames(recording).length);
  if (withPrivateActs) for (const act of privateActs(seats[2] ?? '')) await give(act);
  await shown();
  const duringPrivate = own().map(
    (recording, socket) => stateFrames(recording).length - (before[socket] ?? 0),
  );
  // The first seat seals in both runs; private acts and public ones of others fall into the same beat.
  if (withPrivateActs) await give([0, { type: 'betOnDial', band: 2 }]);
  await give([1, { type: 'raiseHand', raised: true, text: null }]);
  await shown();
  await give([0, { type: 'sealOrders', order: { action: 'hold' } }]);
  await shown();
  const frames = own().map(stateFrames);
  for (const room of rooms) room.leave();
  return { frames, duringPrivate };
}

test('what somebody does in private sends nobody else a frame, not even an empty one', async () => {
  const [quiet, busy] = await Promise.all([run(false), run(true)]);
  const [rival, host, watcher] = [1, 3, 4];
  for (const socket of [rival, host, watcher]) {
    expect(busy.frames[socket]?.length).toBeGreaterThan(3);
    expect(busy.frames[socket]).toEqual(quiet.frames[socket]);
    expect(busy.duringPrivate[socket]).toBe(0);
  }
  // The controls: the actor sees each act, and the addressee sees the words, with the beat.
  expect(busy.duringPrivate[0]).toBeGreaterThanOrEqual(4);
  expect(busy.duringPrivate[2]).toBeGreaterThanOrEqual(1);
  expect([quiet.duringPrivate[0], quiet.duringPrivate[2]]).toEqual([0, 0]);
});

test('what several people do within one beat reaches the others as one frame', async () => {
  const scenario = scenarioById('archipelago');
  if (scenario === null) throw new Error('no scenario');
  const options = { plan: '5x3', openDeck: true, practice: false, coverEmptySeats: true };
  const session = await server.app.registry.open({ scenario, options, seed: 7 });
  const first = recordings.length;
  const watcher = await joinRoom(server.origin, session.code, null);
  if (!watcher.ok) throw new Error(watcher.failure);
  watcher.room.onTable(() => undefined);
  await shown();
  const before = recordings.slice(first).flatMap(stateFrames).length;
  const seats = session.state.seats.slice(0, 4);
  await Promise.all(
    seats.map(async ({ id: seat }) => {
      const delegate = `person-${seat}`;
      const actor = { kind: 'delegate', delegate, seat } as const;
      return session.submit(actor, 'sit', { type: 'takeSeat', seat, delegate, name: null });
    }),
  );
  await shown();
  // Four people sat down; one beat may fall between two of them.
  expect(recordings.slice(first).flatMap(stateFrames).length - before).toBeLessThanOrEqual(2);
  watcher.room.leave();
});
