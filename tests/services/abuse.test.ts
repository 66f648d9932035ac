import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { abuses, type Victim } from '../support/abuse.ts';
import { ChaosServer } from '../support/chaosTable.ts';
import {
  givenTo,
  hostCookieOf,
  openServedTable,
  type ServedTable,
  type Watched,
} from '../support/servedTable.ts';

/** The length of one measurement of acknowledgements, and how often somebody acts: well below the limit of one person. */
const WINDOW_MS = 2500;
const EVERY_MS = 70;

/** How often a window without abuse and one with it follow each other. */
const PAIRS = 3;

/**
 * Acknowledgements of others may take three times as long during an abuse. If they took only a few milliseconds before, one more
 * write to the disk already triples that, so 30 ms more are always allowed: nobody notices them.
 */
const allowed = (beforeMs: number): number => Math.max(3 * beforeMs, beforeMs + 30);

let server: ChaosServer;
let bystanders: ServedTable;
let abused: ServedTable;

beforeAll(async () => {
  server = new ChaosServer();
  await server.start();
  const cookie = await hostCookieOf(server);
  bystanders = await openServedTable(server.origin, cookie, 3);
  abused = await openServedTable(server.origin, cookie, 6);
});
afterAll(async () => {
  await server?.remove();
});

/**
 * The 95th percentile of the acknowledgement times of the bystanders' commands, ms; each is on the disk before it is acknowledged.
 */
async function p95(): Promise<number> {
  const end = performance.now() + WINDOW_MS;
  const times: number[] = [];
  const act = async (room: Watched, turn = 0): Promise<void> => {
    if (performance.now() > end) return;
    const began = performance.now();
    await givenTo(
      room,
      turn % 2 === 0 ? { type: 'sealOrders', order: { action: 'hold' } } : { type: 'withdrawOrders' },
    );
    times.push(performance.now() - began);
    await sleep(EVERY_MS);
    return act(room, turn + 1);
  };
  await Promise.all(bystanders.rooms.slice(0, 2).map(async (room) => act(room)));
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}

/**
 * On two busy cores, single windows differ by more than the effect. So the abuser is alternately stopped and resumed, and the
 * calmest pair of windows counts: an abuse that delays others does so in all of them.
 */
test.each(Object.keys(abuses))(
  '%s: the acknowledgements of another table stay quick',
  async (kind) => {
    const { origin, code, tokens } = abused;
    const abuser = await begun(kind, { origin, code, tokens });
    const pairs: { readonly before: number; readonly during: number }[] = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      abuser.child.kill('SIGSTOP');
      await sleep(300);
      const before = await p95();
      abuser.child.kill('SIGCONT');
      pairs.push({ before, during: await p95() });
    }
    abuser.child.kill('SIGKILL');
    await once(abuser.child, 'exit');
    const told = pairs
      .map(({ before, during }) => `${before.toFixed(0)} → ${during.toFixed(0)} ms`)
      .join(', ');
    expect(abuser.sent(), kind).toBeGreaterThan(50);
    expect(
      pairs.some(({ before, during }) => during <= allowed(before)),
      `${kind}: ${told}`,
    ).toBe(true);
    console.info(`${kind}, ${abuser.sent()} sent: ${told}`);
  },
  120_000,
);

/** Starts an abuse and waits until it is in progress. */
async function begun(kind: string, victim: Victim): Promise<{ child: ChildProcess; sent: () => number }> {
  const script = join(import.meta.dirname, '..', 'support', 'abuse.ts');
  const child = spawn(process.execPath, [script, kind, JSON.stringify(victim)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let sent = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    sent = Number(chunk.toString().trim().split('\n').at(-1));
  });
  await once(child.stdout, 'data');
  return { child, sent: () => sent };
}
