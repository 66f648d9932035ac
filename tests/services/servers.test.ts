import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { isServed, openPostgresStore, openSharedStore } from '../../server/store/postgres/postgresStore.ts';
import { appendOne, sampleSession } from '../store/sampleLines.ts';
import { asked, postgresFolder, type PostgresServer, startPostgres } from '../support/postgresServer.ts';

const folder = postgresFolder();
if (folder === null && process.env['CI'] === 'true') throw new Error('no PostgreSQL here');

const addressOf = (id: string): string => `http://127.0.0.1:${id.length}`;

describe.skipIf(folder === null)('several servers on one PostgreSQL database', () => {
  let database: PostgresServer;
  beforeAll(async () => {
    database = await startPostgres(folder ?? '');
  });
  afterAll(async () => database.close());

  /** A server that takes sessions, with what it said and lost. */
  async function serverOn(url: string, id: string, keyPrint = 'key') {
    const told: string[] = [];
    const lost: string[] = [];
    const shared = await openSharedStore(url, (sentence) => told.push(sentence));
    shared.ownership.onLost((sessions) => void lost.push(...sessions));
    await shared.ownership.begin({ id, address: addressOf(id) }, keyPrint);
    const end = async (): Promise<void> => {
      await shared.ownership.end();
      await shared.store.close();
    };
    return { ...shared, id, told, lost, end };
  }

  /** Makes a server look as if nothing had been heard of it for longer than its lease. */
  async function stopClock(url: string, id: string): Promise<void> {
    await asked(
      url,
      `UPDATE servers SET lease_until = clock_timestamp() - interval '1 s' WHERE id = '${id}'`,
    );
  }

  test('only the server that runs a session adds to its log, and others learn who that is', async () => {
    const url = await database.newDatabase();
    const [a, b] = [await serverOn(url, 'a'), await serverOn(url, 'bb')];
    await a.store.create(sampleSession('one', 'AAAAAA'));
    expect([a.ownership.runs('one'), b.ownership.runs('one')]).toEqual([true, false]);
    expect(await b.ownership.take('one')).toEqual({ id: 'a', address: addressOf('a') });
    expect(await b.ownership.runnerOf('AAAAAA')).toEqual({ id: 'a', address: addressOf('a') });
    expect(await a.ownership.runnerOf('AAAAAA')).toBeNull();
    await a.store.append(appendOne('one', 0, 'a'));
    await expect(b.store.append(appendOne('one', 1, 'b'))).rejects.toMatchObject({ code: 'fenced' });
    await a.ownership.giveUp('one');
    await expect(a.store.append(appendOne('one', 1, 'c'))).rejects.toMatchObject({ code: 'fenced' });
    expect(await b.ownership.take('one')).toBeNull();
    await b.store.append(appendOne('one', 1, 'd'));
    expect((await a.store.read('one')).map(({ seq }) => seq)).toEqual([1, 2]);
    await Promise.all([a.end(), b.end()]);
  }, 60_000);

  test('of ten that ask at once for a session that nobody runs, one gets it', async () => {
    const url = await database.newDatabase();
    const servers = await Promise.all(['a', 'bb', 'ccc'].map(async (id) => serverOn(url, id)));
    const [first] = servers;
    await first?.store.create(sampleSession('one', 'AAAAAA'));
    await first?.ownership.giveUp('one');
    const answers = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => servers[index % 3]?.ownership.take('one')),
    );
    const running = servers.filter(({ ownership }) => ownership.runs('one'));
    expect(running).toHaveLength(1);
    expect(new Set(answers.flatMap((answer) => (answer ? [answer.id] : [])))).toEqual(
      new Set(running.map(({ id }) => id)),
    );
    await Promise.all(servers.map(async ({ end }) => end()));
  }, 60_000);

  test('a server that was not heard of loses its sessions to who asks, learns it, and cannot add to them', async () => {
    const url = await database.newDatabase();
    const [a, b] = [await serverOn(url, 'a'), await serverOn(url, 'bb')];
    await a.store.create(sampleSession('one', 'AAAAAA'));
    await a.store.create(sampleSession('two', 'AAAAAB'));
    expect(await b.ownership.orphans(10, [])).toEqual([]);
    const beating = setInterval(() => void stopClock(url, 'a'), 20);
    // Just after the start of the database everybody counts as alive.
    await vi.waitFor(
      async () => expect((await b.ownership.orphans(10, [])).toSorted()).toEqual(['AAAAAA', 'AAAAAB']),
      30_000,
    );
    clearInterval(beating);
    expect(await b.ownership.take('one')).toBeNull();
    await expect(a.store.append(appendOne('one', 0, 'a'))).rejects.toMatchObject({ code: 'fenced' });
    await vi.waitFor(() => expect(a.lost).toEqual(['one']), 10_000);
    expect([a.ownership.runs('one'), a.ownership.runs('two')]).toEqual([false, true]);
    await a.store.append(appendOne('two', 0, 'a'));
    await Promise.all([a.end(), b.end()]);
  }, 60_000);

  test('all tables of an event go together, and only who runs them adds one', async () => {
    const url = await database.newDatabase();
    const [a, b] = [await serverOn(url, 'a'), await serverOn(url, 'bb')];
    await a.store.createGathering({ id: 'many', code: 'EEEEEE', opening: '{}', created: 1 });
    const place = (number: number) => ({ gathering: 'many', number });
    await a.store.create(sampleSession('one', 'AAAAAA'), undefined, place(1));
    await a.store.create(sampleSession('two', 'AAAAAB'), undefined, place(2));
    expect(await b.ownership.runnerOf('EEEEEE')).toEqual({ id: 'a', address: addressOf('a') });
    await expect(b.store.create(sampleSession('three', 'AAAAAC'), undefined, place(3))).rejects.toMatchObject(
      { code: 'fenced' },
    );
    expect(await b.store.byId('three')).toBeNull();
    await a.ownership.giveUp('one');
    expect(await b.ownership.take('one')).toEqual({ id: 'a', address: addressOf('a') });
    await a.ownership.giveUp('two');
    expect(await b.ownership.take('one')).toBeNull();
    expect(b.ownership.runs('two')).toBe(true);
    // What it has taken and nobody has asked for is asleep until the next look.
    expect((await b.ownership.orphans(10, [])).toSorted()).toEqual(['AAAAAA', 'AAAAAB']);
    expect(await b.ownership.orphans(10, ['one'])).toEqual(['AAAAAB']);
    expect(await a.ownership.orphans(10, [])).toEqual([]);
    await Promise.all([a.end(), b.end()]);
  }, 60_000);

  test('servers know each other, commands work beside them, and who ends is gone at once', async () => {
    const url = await database.newDatabase();
    const [a, b] = [await serverOn(url, 'a'), await serverOn(url, 'bb')];
    await vi.waitFor(
      () => expect(a.ownership.peers()).toEqual([{ id: 'bb', address: addressOf('bb') }]),
      5000,
    );
    expect(b.ownership.peers()).toEqual([{ id: 'a', address: addressOf('a') }]);
    expect(await isServed(url)).toBe(true);
    await a.store.create(sampleSession('one', 'AAAAAA'));
    const beside = await openPostgresStore(url);
    expect(await beside.byCode('AAAAAA')).toMatchObject({ id: 'one' });
    await beside.close();
    await a.end();
    expect(await b.ownership.orphans(10, [])).toEqual(['AAAAAA']);
    await b.end();
    expect(await isServed(url)).toBe(false);
  }, 60_000);

  test('a server with another key does not start beside the others', async () => {
    const url = await database.newDatabase();
    const a = await serverOn(url, 'a');
    await expect(serverOn(url, 'bb', 'other')).rejects.toThrow('with another key');
    await a.end();
    const b = await serverOn(url, 'bb', 'other');
    await b.end();
  }, 60_000);

  test('servers whose database was away say so, and each goes on with its own', async () => {
    const url = await database.newDatabase();
    const servers = [await serverOn(url, 'a'), await serverOn(url, 'bb')];
    for (const { store, id } of servers) await store.create(sampleSession(id, `AAAAA${id.length}`));
    await database.stopAtOnce();
    const lost = ['The connection to the database is lost. Nothing is stored until it is back.'];
    await vi.waitFor(() => expect(servers.map(({ told }) => told)).toEqual([lost, lost]), 10_000);
    for (const { store, id } of servers)
      await expect(store.append(appendOne(id, 0, 'a'))).rejects.toMatchObject({ code: 'unavailable' });
    // Longer than their leases.
    await pause(4500);
    await database.start();
    const seen: (readonly string[])[] = [];
    const isBack = (): void => {
      for (const { told } of servers) expect(told.at(-1)).toBe('The database is back.');
    };
    await vi.waitFor(async () => {
      for (const { ownership, id } of servers) seen.push(await ownership.orphans(10, [id]));
      isBack();
    }, 20_000);
    expect(new Set(seen.flat())).toEqual(new Set());
    for (const { store, id, lost: gone } of servers) {
      await store.append(appendOne(id, 0, 'a'));
      expect(gone).toEqual([]);
    }
    await Promise.all(servers.map(async ({ end }) => end()));
  }, 60_000);
});
