import { recordings, stateFrames } from './recordingSocket.ts';
import { matchMaker } from '@colyseus/core';
import { type JoinedRoom, joinRoom } from '../../client/net/joinRoom.ts';
import { answer } from '../../shared/session/answer.ts';
import { scenarioById } from '../../shared/scenario/packs.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { viewFor } from '../../shared/session/view.ts';
import type { Command } from '../../shared/session/vocabulary/commands.ts';
import type { SessionOptions } from '../../shared/session/vocabulary/options.ts';
import type { Question } from '../../shared/session/views/questions.ts';
import { type Identity, viewerOf } from '#shared/run/identity.ts';
import type { LiveSession } from '../../server/live/session.ts';
import type { TestServer } from './testServer.ts';

/** The sockets of a run by role: the actor, a rival, a partner, the host, the projector, a person who waits for a seat. */
export const ACTOR = 0;
export const RIVAL = 1;
export const PARTNER = 2;
export const HOST = 3;
export const PROJECTOR = 4;
export const WAITING = 5;

/** A command on its actor's socket, with its words. */
export type Given = readonly [socket: number, command: Command, text?: string];

/** The actions in which one run differs from the other. */
export interface Secret {
  /** In the decision, before anybody has sealed. */
  readonly acts?: (session: LiveSession) => readonly (() => Given)[];
  /** In the debrief. */
  readonly late?: readonly Given[];
  /** The scenario of the session. */
  readonly scenario?: (pack: Scenario) => Scenario;
}

const stages = ['decision', 'reveal', 'end', 'debrief'] as const;
/** The stage of a run: just before the orders are revealed, after that, after the end, after a step of the debrief. */
export type Stage = (typeof stages)[number];

/** Everything that one viewer received or could have requested up to a stage. */
export interface Seen {
  /** Each frame of state since everybody joined, as hex. */
  readonly frames: readonly string[];
  /** The viewer's view, and the answer to every question it can ask. */
  readonly knows: readonly unknown[];
}

/** What each socket had seen at the end of a stage. */
export type Run = Readonly<Record<Stage, readonly Seen[]>>;

const questions: readonly Question[] = [
  { ask: 'preview', order: { action: 'commit' } },
  { ask: 'preview', order: { action: 'hold' } },
  { ask: 'rounds' },
  { ask: 'effect', round: 1 },
  ...['aurelia', 'meridia', 'concordia'].map((seat) => ({ ask: 'brokenWord', round: 1, seat }) as const),
  { ask: 'hands' },
  { ask: 'mutes' },
  { ask: 'injects' },
  { ask: 'myNotes' },
  { ask: 'reflections' },
  { ask: 'quiz' },
  ...['meanTrust', 'meanThreat', 'efficiency', 'direction', 'fragmentationIndex'].map(
    (name) => ({ ask: 'why', round: 1, subject: `indicator:${name}` }) as const,
  ),
];

/**
 * Plays one round of Archipelago through the real server, with people at all six seats and no bots, and ends the session. The
 * server's clock must not move, so that two runs have the same deadlines. Runs may be parallel.
 */
export async function secretRun(
  server: TestServer,
  { acts = () => [], late = [], scenario = (pack) => pack }: Secret,
  options: Partial<SessionOptions> = {},
): Promise<Run> {
  const session = await opened(server, scenario, options);
  const [identities, rooms] = await arrivals(server, session);
  let count = 0;
  const give = async ([socket, command, text]: Given): Promise<void> => {
    const key = `command-${(count += 1)}-of-this-run`;
    const told = await rooms[socket]?.request<{ ok: boolean }>('command', { key, command, text });
    if (told?.ok !== true) throw new Error(`${command.type} was refused: ${JSON.stringify(told)}`);
  };
  // A beat now, and then an answer on every socket: everything shown has arrived.
  const shown = async (): Promise<void> => {
    matchMaker.getLocalRoomById(session.code)?.broadcastPatch();
    await Promise.all(rooms.map((room) => room.request('clock', {})));
  };
  const own = () => recordings.filter(({ url }) => url.includes(`/${session.code}?`));
  await give([HOST, { type: 'startSession' }]);
  while (session.state.phase.name !== 'decision') await give([HOST, { type: 'closePhase', because: 'host' }]);
  await shown();
  const before = own().map((recording) => stateFrames(recording).length);
  const seen = (): Seen[] =>
    own().map((recording, socket) => ({
      frames: stateFrames(recording).slice(before[socket]),
      knows: knownTo(session, identities[socket] ?? { kind: 'observer' }),
    }));
  for (const act of acts(session)) await give(act());
  await shown();
  await give([RIVAL, { ...say, channel: { kind: 'plenary' }, phrase: 'thankYou' }]);
  await shown();
  await give([RIVAL, { type: 'sealOrders', order: { action: 'commit' } }]);
  await shown();
  const decision = seen();
  await give([HOST, { type: 'closePhase', because: 'host' }]);
  await shown();
  const reveal = seen();
  await give([HOST, { type: 'endSession' }]);
  await shown();
  const end = seen();
  await give([HOST, { type: 'setDebriefStep', step: 'leave' }]);
  await shown();
  for (const act of late) await give(act);
  await shown();
  await give([HOST, { type: 'setDebriefStep', step: 'reflect' }]);
  await shown();
  const debrief = seen();
  for (const room of rooms) room.leave();
  return { decision, reveal, end, debrief };
}

/** Something said, to be completed. */
export const say = { type: 'say', text: null, phrase: null, mentions: [] } as const;

async function opened(
  server: TestServer,
  change: (pack: Scenario) => Scenario,
  more: Partial<SessionOptions>,
): Promise<LiveSession> {
  const pack = scenarioById('archipelago');
  if (pack === null) throw new Error('no scenario');
  const options = { plan: '5x3', openDeck: true, practice: false, coverEmptySeats: false, ...more };
  return server.app.registry.open({ scenario: change(pack), options, seed: 7 });
}

/** People sit down at all seats and one waits; sockets open one by one, so that each position in the list is known. */
async function arrivals(server: TestServer, session: LiveSession): Promise<[Identity[], JoinedRoom[]]> {
  for (const { id: seat } of session.state.seats) {
    const delegate = `person-${seat}`;
    const actor = { kind: 'delegate', delegate, seat } as const;
    await session.submit(actor, 'sit', { type: 'takeSeat', seat, delegate, name: null });
  }
  const waits = { type: 'waitForSeat', delegate: 'person-waiting', name: null } as const;
  const kept = await session.submit({ kind: 'server' }, 'wait', waits);
  if (!kept.ok) throw new Error(kept.refusal.code);
  const identities: Identity[] = [
    ...session.state.seats
      .slice(0, 3)
      .map(
        ({ id: seat }) =>
          ({ kind: 'delegate', session: session.id, seat, delegate: `person-${seat}` }) as const,
      ),
    { kind: 'host', session: session.id, host: 'host' },
    { kind: 'observer' },
    { kind: 'waiting', session: session.id, delegate: 'person-waiting' },
  ];
  const rooms: JoinedRoom[] = [];
  for (const identity of identities) {
    const token = identity.kind === 'observer' ? null : await server.app.registry.grant(identity);
    const joined = await joinRoom(server.origin, session.code, token);
    if (!joined.ok) throw new Error(joined.failure);
    joined.room.onTable(() => undefined);
    rooms.push(joined.room);
  }
  return [identities, rooms];
}

/** The view and the answers, through the room's own functions. */
function knownTo(session: LiveSession, identity: Identity): unknown[] {
  const { state, texts } = session;
  const viewer = viewerOf(identity, state);
  const ask = (question: Question) => answer(state, viewer, question, texts.textOf);
  return [viewFor(state, viewer, texts.textOf), ...questions.map(ask)];
}
