import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Room } from '@colyseus/sdk';
import { expect } from 'vitest';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { tablePhases } from '#shared/wire/packing.ts';
import { rehearsalApi } from '../../server/rehearse/api.ts';
import type { Victim } from './abuse.ts';
import type { ChaosServer } from './chaosTable.ts';

/** An open connection, with the one part of the state that tests read by name. */
export type Watched = Room<unknown, { phase: number }>;

/** A session in its first decision, with fifteen minutes to decide and people at its first seats; the host's room is the last. */
export interface ServedTable extends Victim {
  readonly rooms: readonly Watched[];
}

/** The cookie of the host of a running server. */
export async function hostCookieOf(server: ChaosServer): Promise<string> {
  return rehearsalApi(server.origin).enterHost(server.hostUrl.split('#')[1] ?? '');
}

/** Opens a session of twelve states over the wire, seats so many people and leads it to its first decision. */
export async function openServedTable(origin: string, cookie: string, people: number): Promise<ServedTable> {
  const api = rehearsalApi(origin);
  const seconds = { briefing: 0, negotiation: 0, decision: 900, reveal: 10, review: 0 };
  const opening = { scenario: 'twelve-states', plan: '16x1', pace: { rounds: 3, seconds } };
  const code = await api.open(cookie, opening);
  const passes = await Promise.all(
    Array.from({ length: people }, async (_, index) => api.sitDown(code, `Person ${index}`)),
  );
  const tokens = passes.map(({ token }) => token);
  const host = await watchedRoom(origin, code, (await api.hostPass(cookie, code)).token);
  await givenTo(host, { type: 'startSession' });
  await sleep(600);
  for (let step = 0; step < 4 && phaseOf(host) !== 'decision'; step += 1) {
    await givenTo(host, { type: 'closePhase', because: 'host' });
    await sleep(600);
  }
  expect(phaseOf(host)).toBe('decision');
  const rooms = await Promise.all(tokens.map(async (token) => watchedRoom(origin, code, token)));
  return { origin, code, tokens, rooms: [...rooms, host] };
}

/** A connection to a session that never reconnects; a null token watches. */
export async function watchedRoom(origin: string, code: string, token: string | null): Promise<Watched> {
  const room = await new Client(origin).joinById<{ phase: number }>(code, { token });
  room.reconnection.enabled = false;
  room.onMessage('*', () => undefined);
  room.onError(() => undefined);
  return room;
}

let keys = 0;

/** Gives a command and expects it to be accepted. */
export async function givenTo(room: Watched, command: Command): Promise<void> {
  const key = `served-${(keys += 1)}-${process.pid}`;
  expect(await room.request('command', { key, command }, { timeout: 20_000 })).toMatchObject({ ok: true });
}

const phaseOf = ({ state }: Watched): string | undefined => tablePhases[state.phase];
