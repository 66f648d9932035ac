import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { setPriority } from 'node:os';
import { Client } from '@colyseus/sdk';
import { chanceOf } from '../../server/rehearse/script.ts';
import { badMessage } from './fuzz.ts';

/** The victim of an abuse: a server, the code of a session there, and tokens of people in it. */
export interface Victim {
  readonly origin: string;
  readonly code: string;
  readonly tokens: readonly string[];
}

/** How many requests or sockets of one abuse are open at once. */
const AT_ONCE = 24;

/** `did` counts what was sent: requests, sockets, messages or questions. */
type Abuse = (victim: Victim, number: number, did: () => void) => Promise<unknown>;

const post = async (url: string, body: string): Promise<void> => {
  const headers = { 'content-type': 'application/json' };
  await (await fetch(url, { method: 'POST', headers, body })).arrayBuffer();
};

/** Floods a room with meaningless messages until it is disconnected, and comes back. */
async function garbage({ origin, code }: Victim, number: number, did: () => void): Promise<void> {
  const chance = chanceOf(31, number);
  const room = await new Client(origin).joinById(code, { token: null });
  room.reconnection.enabled = false;
  room.onMessage('*', () => undefined);
  room.onError(() => undefined);
  for (let sent = 0; sent < 400 && room.connection.isOpen; sent += 1) {
    room.send('command', badMessage(chance));
    did();
    if (sent % 10 === 9) await sleep(10);
  }
  if (room.connection.isOpen) room.connection.close();
}

/** Asks for as many previews as a socket may, and does not wait for the answers. */
async function previews({ origin, code, tokens }: Victim, number: number, did: () => void): Promise<void> {
  const token = tokens[number % tokens.length] ?? null;
  const room = await new Client(origin).joinById(code, { token });
  room.reconnection.enabled = false;
  room.onMessage('*', () => undefined);
  room.onError(() => undefined);
  const question = { ask: 'preview', order: { action: 'commit' } };
  for (let sent = 0; sent < 20 && room.connection.isOpen; sent += 1) {
    did();
    void room.request('ask', question, { timeout: 2000 }).catch(() => undefined);
    await sleep(60);
  }
  if (room.connection.isOpen) room.connection.close();
}

/** Opens sockets and stays silent; every other one for a place that was promised and is never taken. */
async function silentSockets({ origin, code }: Victim, number: number): Promise<void> {
  if (number % 2 === 0) return post(`${origin}/matchmake/joinById/${code}`, '{"token":null}');
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/p/${code}?sessionId=none${number}`);
  socket.addEventListener('error', () => undefined);
  await Promise.race([once(socket, 'close'), sleep(500)]);
  socket.close();
}

const counted =
  (turn: (victim: Victim, number: number) => Promise<unknown>): Abuse =>
  async (victim, number, did) => {
    did();
    await turn(victim, number);
  };

/** What people with a script do to a server; one turn each, repeated by many at once. */
export const abuses: Readonly<Record<string, Abuse>> = {
  garbage,
  seats: counted(async ({ origin, code }) =>
    post(`${origin}/api/sessions/${code}/seats`, '{"seat":null,"name":null,"wait":false}'),
  ),
  codes: counted(async ({ origin }, number) => {
    const code = Array.from({ length: 6 }, (_, at) => '23456789ABCDEFGH'.charAt((number >> at) % 16)).join(
      '',
    );
    await (await fetch(`${origin}/api/sessions/${code}`)).arrayBuffer();
  }),
  bodies: counted(async ({ origin }, number) =>
    post(`${origin}/api/practice`, JSON.stringify({ junk: 'x'.repeat(number % 2 === 0 ? 15_000 : 400_000) })),
  ),
  previews,
  silentSockets: counted(silentSockets),
};

/** Repeats one abuse until the process is ended; reports once a second how much was sent. */
async function abuse(kind: string, victim: Victim): Promise<void> {
  const turn = abuses[kind];
  if (turn === undefined) throw new Error(`there is no abuse ${kind}`);
  let sent = 0;
  setInterval(() => process.stdout.write(`${sent}\n`), 1000);
  const did = (): void => {
    sent += 1;
  };
  const hand = async (first: number): Promise<void> => {
    for (let number = first; ; number += AT_ONCE) {
      await turn(victim, number, did).catch(async () => sleep(5));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, async (_, first) => hand(first)));
}

/**
 * `node abuse.ts <kind> <victim as JSON>` runs an abuse in a child process, so that its own work delays nobody it is compared
 * with.
 */
const [, script, kind, victim] = process.argv;
if (script === import.meta.filename && kind !== undefined && victim !== undefined) {
  // Attackers use computers of their own; here they must not take the server's CPU time.
  setPriority(10);
  await abuse(kind, JSON.parse(victim));
}
