import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { rehearsalApi } from '../../server/rehearse/api.ts';
import { isCalm, pairsWith, toldPairs } from '../support/acknowledged.ts';
import { type Program, startProgram } from '../support/program.ts';
import { openServedTable, type ServedTable } from '../support/servedTable.ts';
import { openUnread, type UnreadSocket } from '../support/unreadSocket.ts';
import { type Front, fronts, startFront } from './fronts.ts';

const TOKEN = 'a-token-for-the-monitoring';
const SLOW = 12;

/** What the server may take more for sockets that are not read: half a megabyte each, and what a garbage collector leaves. */
const MOST_MORE_BYTES = 96e6;

let front: Front;
let program: Program;
let bystanders: ServedTable;
let watched: ServedTable;

beforeAll(async () => {
  // The proxy's certificate was made by itself.
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  const kind = fronts['nginx as the page says'];
  if (kind === undefined) throw new Error('no such proxy');
  front = await startFront(kind);
  const env = { PUBLIC_URL: `${front.url}/`, TRUST_PROXY: 'loopback', METRICS_TOKEN: TOKEN };
  program = await startProgram({ port: front.back, env });
  const cookie = await rehearsalApi(front.url).enterHost(new URL(program.hostUrl).hash.slice(1));
  bystanders = await openServedTable(front.url, cookie, 3);
  watched = await openServedTable(front.url, cookie, 3);
});
afterAll(async () => {
  await program?.stop();
  await front?.stop();
  vi.unstubAllEnvs();
});

/** A number of the server's own, by its name. */
async function measured(name: string): Promise<number> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const text = await (await fetch(`${front.url}/metrics`, { headers })).text();
  return Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1]);
}

const sockets = async (): Promise<number> => measured('crossroads_sockets');

async function opened(): Promise<readonly UnreadSocket[]> {
  return Promise.all(Array.from({ length: SLOW }, async () => openUnread(front.url, watched.code, true)));
}

test('who reads nothing behind nginx is let go within a minute, and nobody else is', async () => {
  const before = await sockets();
  const slow = await opened();
  expect(await sockets()).toBe(before + SLOW);
  await vi.waitFor(async () => expect(await sockets()).toBe(before), { timeout: 60_000, interval: 1000 });
  for (const { rooms } of [bystanders, watched])
    expect(rooms.every(({ connection }) => connection.isOpen)).toBe(true);
  for (const socket of slow) socket.close();
}, 120_000);

test('who asks without end, says that it lives and reads nothing is cut off; memory stays, and another table does not wait', async () => {
  const before = [await sockets(), await measured('process_resident_memory_bytes')] as const;
  const slow = await opened();
  let isHeld = true;
  let most = 0;
  const asking = setInterval(() => {
    if (!isHeld) for (const socket of slow) socket.ask();
    // Well below the pace at which a socket is closed for that alone.
  }, 80);
  const looking = setInterval(
    () => void measured('process_resident_memory_bytes').then((bytes) => (most = Math.max(most, bytes))),
    1000,
  );
  try {
    const hold = async (): Promise<void> => {
      isHeld = true;
      await sleep(300);
    };
    const pairs = await pairsWith(bystanders.rooms.slice(0, 2), hold, () => {
      isHeld = false;
    });
    console.info(`asking and not reading: ${toldPairs(pairs)}`);
    await vi.waitFor(async () => expect(await sockets()).toBe(before[0]), {
      timeout: 240_000,
      interval: 1000,
    });
    expect(isCalm(pairs), toldPairs(pairs)).toBe(true);
    expect(most).toBeGreaterThan(0);
    expect(most - before[1]).toBeLessThan(MOST_MORE_BYTES);
  } finally {
    clearInterval(asking);
    clearInterval(looking);
    for (const socket of slow) socket.close();
  }
  expect(bystanders.rooms.every(({ connection }) => connection.isOpen)).toBe(true);
}, 420_000);
