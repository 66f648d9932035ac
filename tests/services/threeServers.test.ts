import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { longestGap } from '../support/livePerson.ts';
import { type ManyServers, manyServers } from '../support/manyServers.ts';
import { allBack, delegates, endAll, everybody, found, manyTables } from '../support/manyTables.ts';
import { postgresFolder } from '../support/postgresServer.ts';

const folder = postgresFolder();
if (folder === null && process.env['CI'] === 'true') throw new Error('no PostgreSQL here');

/** Longer than a server may be silent before others take its sessions. */
const BEYOND_LEASE_MS = 7000;
/** Nobody counts as dead for a while after the database started. */
const RECOVERY_MS = 16_000;

let many: ManyServers | null = null;
afterEach(async () => {
  await many?.remove();
  many = null;
});

type Failure = readonly [name: string, happen: (many: ManyServers) => Promise<void>];

const failures: readonly Failure[] = [
  [
    'kill -9 of the busiest server',
    async (group) => {
      const server = await group.busiest();
      await server.end('SIGKILL');
      await sleep(BEYOND_LEASE_MS);
      await server.start();
    },
  ],
  ['the busiest server frozen beyond its lease', async (group) => frozen(group)],
  [
    'PostgreSQL stopped at once',
    async ({ postgres }) => {
      await postgres.stopAtOnce();
      await sleep(2000);
      await postgres.start();
    },
  ],
  [
    'the proxy restarted',
    async ({ nginx }) => {
      await nginx.stop();
      await nginx.start();
    },
  ],
  [
    'all servers restarted one after the other',
    async ({ servers }) => {
      for (const server of servers) {
        expect(await server.end('SIGTERM')).toBe(0);
        await server.start();
      }
    },
  ],
];

describe.skipIf(folder === null)('three servers on one database', () => {
  test('twelve tables of people live through five kinds of failure: nobody and nothing is lost', async () => {
    many = await manyServers({ count: 3, postgres: folder ?? '' });
    const began = performance.now();
    const tables = await manyTables(many.nginx.origin, many, { tables: 12, people: 4 });
    await sleep(began + RECOVERY_MS - performance.now());
    const gaps: Record<string, string> = { nothing: inSeconds(longestGap(delegates(tables), 0)) };
    for (const [name, happen] of failures) {
      const since = performance.now();
      await happen(many);
      await allBack(tables, performance.now());
      gaps[name] = inSeconds(longestGap(delegates(tables), since));
    }
    console.log('longest time without an answer, over 48 people:', gaps);
    expect(await endAll(tables)).toBe(tables.length);
    const sum = await found(many, tables);
    console.log(sum);
    expect(sum).toMatchObject({ lost: 0, doubled: 0, broken: 0 });
    expect(sum.acknowledged).toBeGreaterThan(1000);
  });

  test('negative control: servers that acknowledge what the fence refuses are caught by the same trial', async () => {
    many = await manyServers({ count: 2, trial: 'heedless', postgres: folder ?? '' });
    const began = performance.now();
    const tables = await manyTables(many.nginx.origin, many, { tables: 4, people: 4 });
    await sleep(began + RECOVERY_MS - performance.now());
    await frozen(many);
    await allBack(tables, performance.now());
    for (const person of everybody(tables)) person.leave();
    const sum = await found(many, tables);
    console.log('without the fence:', sum);
    expect(sum.lost).toBeGreaterThan(0);
  });
});

/** The busiest server sleeps until others have its sessions, and wakes up. */
async function frozen(group: ManyServers): Promise<void> {
  const server = await group.busiest();
  server.signal('SIGSTOP');
  await sleep(BEYOND_LEASE_MS);
  server.signal('SIGCONT');
}

function inSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
