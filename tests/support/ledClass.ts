import type { HostPass, SeatPass } from '#shared/wire/api.ts';
import { apiAt } from '../../client/net/api.ts';
import { joinRoom, type JoinedRoom } from '../../client/net/joinRoom.ts';
import { unmirror } from '../../client/net/unmirror.ts';
import { liveSource } from '../../client/source/live.ts';
import type { ViewSource } from '../../client/source/viewSource.ts';
import { until } from './testServer.ts';

/** A session in which one round was played, and people with seats in it. */
export interface PlayedClass {
  readonly code: string;
  readonly hostPass: HostPass;
  /** The host's socket in this process. */
  readonly host: ViewSource;
  /** The passes of those who took seats, in the order in which they came. */
  readonly people: readonly SeatPass[];
}

/** What one of the two said to the other in private. */
export const whispered = 'between the two of us alone';

/** Opens a session with this many people, lets the first two talk in private, plays one round, and ends it. */
export async function playedClass(origin: string, cookie: string, count: number): Promise<PlayedClass> {
  const post = async <Answer>(path: string, body: unknown): Promise<Answer> => {
    const headers = { 'content-type': 'application/json', cookie };
    const answer = await fetch(`${origin}/api/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return (await answer.json()) as Answer;
  };
  const opening = { scenario: 'archipelago', plan: '5x3', delegationSize: 6 };
  const { code } = await post<{ code: string }>('sessions', opening);
  const hostPass = await post<HostPass>(`sessions/${code}/host`, {});
  const host = liveSource(code, hostPass, origin);
  await until('the host is in', () => host.status.value === 'live', 20_000);
  const seats = host.view.value?.card.seats.map(({ id }) => id) ?? [];
  const people: SeatPass[] = [];
  for (let index = 0; index < count; index += 1) {
    const seat = seats[index % seats.length] ?? null;
    const taken = await apiAt(origin).takeSeat(code, { seat, name: null });
    if (!taken.ok) throw new Error(taken.failure.message);
    people.push(taken.value);
  }
  await host.send({ type: 'startSession' });
  await turnTo(host, 'negotiation');
  await whisper(code, people, origin);
  await turnTo(host, 'review');
  await host.send({ type: 'endSession' });
  await until('it has ended', () => host.view.value?.table.phase === 'ended', 20_000);
  return { code, hostPass, host, people };
}

async function turnTo(host: ViewSource, wanted: string): Promise<void> {
  for (let turns = 0; turns < 8 && host.view.value?.table.phase !== wanted; turns += 1) {
    const phase = host.view.value?.table.phase;
    await host.send({ type: 'closePhase', because: 'host' });
    await until('the phase turns', () => host.view.value?.table.phase !== phase, 20_000);
  }
}

async function whisper(code: string, [one, other]: readonly SeatPass[], origin: string): Promise<void> {
  if (one === undefined || other === undefined) return;
  const speaker = liveSource(code, one, origin);
  await until('the speaker is in', () => speaker.status.value === 'live', 20_000);
  const channel = { kind: 'bilateral', with: other.seat } as const;
  await speaker.send({ type: 'say', channel, text: null, phrase: null, mentions: [] }, whispered);
  speaker.close();
}

/** A device at the far end of a socket of its own that follows the host: where it was led, and how often that changed. */
export interface RawFollower {
  readonly lead: () => string | null;
  readonly heard: () => number;
  readonly leave: () => void;
}

/** Joins as a device with this token, or as a watcher with null. */
export async function rawFollower(origin: string, code: string, token: string | null): Promise<RawFollower> {
  const joined = await joinRoom(origin, code, token);
  if (!joined.ok) throw new Error(joined.failure);
  const room: JoinedRoom = joined.room;
  let lead: string | null = null;
  let heard = 0;
  room.onTable((wire) => {
    const now = unmirror(wire).presence.lead;
    if (now !== lead) heard += 1;
    lead = now;
  });
  return { lead: () => lead, heard: () => heard, leave: () => room.leave() };
}
