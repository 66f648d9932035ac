import { existsSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { isLinkedText } from '#shared/log/chainCheck.ts';
import { rehearsalApi } from '../../server/rehearse/api.ts';
import { sha256 } from '../../server/store/digest.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { ChaosServer, type ChaosTable, chaosTable, type Trial } from '../support/chaosTable.ts';

/** Each start of the server costs a second or two, on a busy machine more. */
vi.setConfig({ testTimeout: 600_000, hookTimeout: 60_000 });

const opened: ChaosServer[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.remove()));
});

async function seated(script: Trial = 'serverProcess.ts'): Promise<ChaosTable> {
  const server = new ChaosServer(script);
  opened.push(server);
  await server.start();
  return chaosTable(server);
}

/** What a data directory contains of the acknowledged lines. */
interface Verdict {
  /** Acknowledged, but not stored under the announced number. */
  readonly lost: number;
  /** Keys in more than one line. */
  readonly doubled: number;
  readonly acknowledged: number;
}

/** Reads the database that a server has left behind; throws if the lines are not one unbroken chain. */
async function verdict(table: ChaosTable): Promise<Verdict> {
  const { server, code } = table;
  const store = await openSqliteStore(server.dataDir);
  const session = await store.byCode(code);
  if (session === null) throw new Error('the session itself is lost');
  const kept = await store.read(session.id);
  await store.close();
  let previous = session.headerHash;
  for (const line of kept) {
    expect(isLinkedText(previous, line.hash, line.text, sha256)).toBe(true);
    previous = line.hash;
  }
  const all = table.acknowledged();
  return {
    lost: all.filter(({ key, seq }) => kept[seq - 1]?.key.endsWith(key) !== true).length,
    doubled: kept.length - new Set(kept.map(({ key }) => key)).size,
    acknowledged: all.length,
  };
}

const nothingLost = { lost: 0, doubled: 0 };

test('twenty-five kill -9 and three freezes while twelve people act: nothing acknowledged is lost or doubled, and no private word stands in another’s copy', async () => {
  const table = await seated();
  const { server, code, people, host } = table;
  for (let kill = 0; kill < 25; kill += 1) {
    await table.awaitMore(10);
    await sleep((kill * 37) % 120);
    if (kill % 10 === 5) await freeze(server, 1500);
    await server.end('SIGKILL');
    await server.start();
  }
  await table.awaitMore(20);
  await table.stop();
  expect(await host.ask({ type: 'endSession' })).toBe(true);
  const api = rehearsalApi(server.origin);
  const copies = await Promise.all(people.map(({ token }) => api.log(code, token)));
  await server.end('SIGKILL');
  const found = await verdict(table);
  expect(found).toMatchObject(nothingLost);
  expect(found.acknowledged).toBeGreaterThan(270);
  const said = people.flatMap(({ privately }) => privately);
  expect(said.length).toBeGreaterThan(50);
  const strangers = people.flatMap(({ seat }, index) =>
    said.filter(({ words, readers }) => !readers.includes(seat) && copies[index]?.includes(words)),
  );
  expect(strangers).toEqual([]);
  // The control: the speaker's own copy contains the words, so the search can find words.
  const own = people.filter(({ privately }, index) =>
    privately.some(({ words }) => copies[index]?.includes(words)),
  );
  expect(own.length).toBeGreaterThan(6);
});

/** The process sleeps while people go on giving commands, and wakes up. */
async function freeze(server: ChaosServer, ms: number): Promise<void> {
  server.signal('SIGSTOP');
  await sleep(ms);
  server.signal('SIGCONT');
  await sleep(300);
}

test('negative control: a store that acknowledges before it has kept is caught by the same trial', async () => {
  const table = await seated('hastyServer.ts');
  await table.awaitMore(20);
  // The seats are stored by now; what was said a moment ago is not.
  await sleep(1000);
  await table.awaitMore(5);
  await table.server.end('SIGKILL');
  await table.abandon();
  expect((await verdict(table)).lost).toBeGreaterThan(0);
});

const files = ['', '-wal', '-shm'];
const refusals = ({ people }: ChaosTable): number =>
  people.reduce((sum, { notStored }) => sum + notStored, 0);
const refusing = async (table: ChaosTable): Promise<void> => {
  const before = refusals(table);
  await vi.waitFor(() => expect(refusals(table)).toBeGreaterThan(before + 5), { timeout: 120_000 });
};

test('a database moved away and back, then removed, while twelve people act: nothing acknowledged is lost', async () => {
  const table = await seated();
  const database = join(table.server.dataDir, 'crossroads.sqlite');
  await table.awaitMore(20);
  const present = files.filter((end) => existsSync(database + end));
  for (const end of present) renameSync(database + end, `${database}${end}.away`);
  await refusing(table);
  for (const end of present) renameSync(`${database}${end}.away`, database + end);
  await table.awaitMore(20);
  for (const end of files) rmSync(database + end, { force: true });
  await refusing(table);
  await table.server.end('SIGTERM');
  await table.server.start();
  await table.awaitMore(20);
  await table.stop();
  await table.server.end('SIGKILL');
  expect(await verdict(table)).toMatchObject(nothingLost);
});

test('a database emptied while twelve people act: nothing is acknowledged any more, and the process lives', async () => {
  const table = await seated();
  await table.awaitMore(20);
  truncateSync(join(table.server.dataDir, 'crossroads.sqlite'), 0);
  await refusing(table);
  const count = table.acknowledged().length;
  await refusing(table);
  expect(table.acknowledged().length).toBe(count);
  expect(table.server.runs).toBe(true);
  await table.abandon();
});

test('a disk that is full while twelve people act: nothing acknowledged is lost, and play goes on where there is room', async () => {
  const table = await seated();
  await table.awaitMore(20);
  await table.server.end('SIGTERM');
  await table.server.start({ mostKiB: 900 });
  await refusing(table);
  expect(table.server.runs).toBe(true);
  await table.server.end('SIGKILL');
  await table.server.start();
  await table.awaitMore(20);
  await table.stop();
  await table.server.end('SIGKILL');
  expect(await verdict(table)).toMatchObject(nothingLost);
});
