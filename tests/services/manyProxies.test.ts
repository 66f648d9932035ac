import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { longestGap } from '../support/livePerson.ts';
import { type ServerGroup, serverGroup } from '../support/manyServers.ts';
import { allBack, delegates, endAll, found, manyTables } from '../support/manyTables.ts';
import { postgresFolder } from '../support/postgresServer.ts';
import { type Front, manyFronts, startFront } from './fronts.ts';

const folder = postgresFolder();
if (folder === null && process.env['CI'] === 'true') throw new Error('no PostgreSQL here');

// The proxy's certificate was made by itself.
beforeAll(() => void vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0'));
afterAll(() => void vi.unstubAllEnvs());

const RECOVERY_MS = 16_000;

let front: Front | null = null;
let group: ServerGroup | null = null;
afterEach(async () => {
  await front?.stop();
  await group?.remove();
  [front, group] = [null, null];
});

describe.skipIf(folder === null)('two servers, by https and under /crossroads/', () => {
  test.each(Object.entries(manyFronts))(
    'behind %s as the page says: people play at both, and one that dies costs nobody more than a moment',
    async (name, kind) => {
      front = await startFront(kind);
      const { url, back, second } = front;
      const env = { PUBLIC_URL: `${url}/` };
      group = await serverGroup({ ports: [back, second], postgres: folder ?? '', env });
      // The proxy was there first, and finds out in a moment that they have come; nobody counts as dead right after the database started.
      await sleep(RECOVERY_MS);
      const tables = await manyTables(url, group, { tables: 4, people: 3 });
      await sleep(3000);
      const people = await Promise.all(group.servers.map(async (one) => one.metric('crossroads_people')));
      // Two of four tables each: the proxy takes turns.
      expect(people.every((count) => count > 0)).toBe(true);
      const since = performance.now();
      await (await group.busiest()).end('SIGKILL');
      await allBack(tables, performance.now());
      const gap = longestGap(delegates(tables), since);
      console.log(`behind ${name}, longest time without an answer: ${(gap / 1000).toFixed(1)} s`);
      expect(await endAll(tables)).toBe(tables.length);
      expect(await found(group, tables)).toMatchObject({ lost: 0, doubled: 0, broken: 0 });
    },
  );
});
