import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { parseLog } from '#shared/log/parse.ts';
import { verifyLog } from '#shared/log/verify.ts';
import type { SessionDamage } from '#shared/wire/damage.ts';
import { sha256 } from '../../server/store/digest.ts';
import { type HostedServer, hostedServer } from '../support/damagedServer.ts';
import { keepSessions, type KeptSession, tamper } from '../support/keptSessions.ts';
import { crossroads } from './crossroads.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'crossroads-damage-'));
});
afterAll(() => rm(directory, { recursive: true }));

/** Every way to damage one session's record, with the host list's message. */
const records: readonly {
  readonly name: string;
  readonly harm: (session: KeptSession) => string;
  readonly damage: (lines: number) => Partial<SessionDamage> | null;
}[] = [
  { name: 'untouched', harm: () => 'SELECT 1', damage: () => null },
  {
    name: 'a header that is no JSON',
    harm: ({ id }) => `UPDATE sessions SET header = '{"cut' WHERE id = '${id}'`,
    damage: () => ({ kind: 'opening', sound: 0 }),
  },
  {
    name: 'a header that was changed',
    harm: ({ id }) =>
      `UPDATE sessions SET header = replace(header, '"seed":', '"seed":1') WHERE id = '${id}'`,
    damage: () => ({ kind: 'opening', sound: 0 }),
  },
  {
    name: 'a header hash that does not fit',
    harm: ({ id }) => `UPDATE sessions SET header_hash = '${'0'.repeat(64)}' WHERE id = '${id}'`,
    damage: () => ({ kind: 'opening', sound: 0 }),
  },
  {
    name: 'a changed line',
    harm: ({ id }) =>
      `UPDATE lines SET body = replace(body, '"at":', '"at":1') WHERE session = '${id}' AND seq = 4`,
    damage: () => ({ kind: 'changed', sound: 3 }),
  },
  {
    name: 'a missing line',
    harm: ({ id }) => `DELETE FROM lines WHERE session = '${id}' AND seq = 5`,
    damage: () => ({ kind: 'missing', sound: 4 }),
  },
  {
    name: 'a cut tail',
    harm: ({ id, lines }) => `DELETE FROM lines WHERE session = '${id}' AND seq > ${lines - 2}`,
    damage: (lines) => ({ kind: 'cut', sound: lines - 2 }),
  },
  {
    name: 'a text that was changed',
    harm: ({ id, textId }) =>
      `UPDATE texts SET value = 'other words' WHERE session = '${id}' AND id = '${textId}'`,
    damage: () => ({ kind: 'texts', texts: 1 }),
  },
];

describe('one damaged record keeps no other from starting, and the list says what is wrong', () => {
  let data: string;
  let kept: readonly KeptSession[];
  let server: HostedServer;
  beforeAll(async () => {
    data = join(directory, 'records');
    kept = await keepSessions(data, records.length);
    tamper(data, ...records.map(({ harm }, index) => harm(at(kept, index))));
    server = await hostedServer(data);
  }, 60_000);
  afterAll(async () => {
    expect(await server.stop()).toMatchObject({ code: 0, err: '' });
  });

  for (const [index, { name, damage }] of records.entries()) {
    test(name, async () => {
      const { code, lines } = at(kept, index);
      const item = (await server.sessions()).find((one) => one.code === code);
      const expected = damage(lines);
      if (expected === null) expect(item).toMatchObject({ damage: null, people: 6 });
      else expect(item).toMatchObject({ damage: { of: lines, ...expected } });
      expect(item?.phase).not.toBe('asleep');
      const isPlayable = expected === null || expected.kind === 'texts';
      expect((await server.get(`/api/sessions/${code}`)).status).toBe(isPlayable ? 200 : 409);
    });

    test(`${name}: the sound part can be saved, and says where it ends`, async () => {
      const { code, lines } = at(kept, index);
      const expected = damage(lines);
      const isLost = expected?.kind === 'opening';
      const answer = await server.get(`/api/sessions/${code}/log`);
      const out = join(directory, `${code}.jsonl`);
      const ran = await crossroads('export', code, '--out', out, '--data', data);
      if (isLost) {
        expect(answer.status).toBe(409);
        expect(ran).toMatchObject({ code: 1, out: '' });
        expect(ran.err).toMatch(/^The opening record of session \w+ is damaged[^\n]*\n$/);
        return;
      }
      for (const text of [await answer.text(), await readFile(out, 'utf8')]) {
        const log = parseLog(text);
        if (!log.ok) throw new Error(log.failure.what);
        const report = verifyLog(log.value, sha256);
        const isCut = expected !== null && expected.kind !== 'texts';
        expect(report.ok).toBe(!isCut);
        if (isCut) expect(log.value.lines).toHaveLength(expected.sound ?? 0);
        if (isCut) expect(report.firstFault?.what).toContain(`damaged after line ${expected.sound}`);
      }
      expect(ran.code).toBe(expected === null ? 0 : 1);
    }, 20_000);
  }

  test('nobody but the host gets at a damaged record, and nothing can be added to it', async () => {
    const { code } = at(kept, 4);
    expect((await server.get(`/api/sessions/${code}/log`, '')).status).toBe(409);
    const { code: whole } = at(kept, 0);
    expect((await server.get(`/api/sessions/${whole}/log`, '')).status).toBe(403);
  });
});

test('settings, key and lock that are damaged: the server starts, and says so', async () => {
  const data = join(directory, 'settings');
  const [session] = await keepSessions(data, 1);
  await (await hostedServer(data)).stop();
  tamper(
    data,
    `INSERT OR REPLACE INTO settings VALUES ('hostDoor', '{"generation":'), ('presets', 'none of it')`,
  );
  await writeFile(join(data, 'secrets', 'host.key'), 'too short');
  await writeFile(join(data, 'lock.sqlite'), 'garbage '.repeat(2000));
  const server = await hostedServer(data);
  const damage = await server.damage();
  expect(damage).toMatchObject({ database: null, settings: ['hostDoor', 'presets'] });
  expect(damage.hostKey).toMatch(/^host\.key\.damaged-\d+/);
  expect(await server.sessions()).toMatchObject([{ code: session?.code, damage: null }]);
  expect(await (await server.get('/api/host/presets')).json()).toEqual([]);
  const second = await crossroads('start', '--no-build', '--port', '0', '--data', data);
  expect(second.err).toContain('Another Crossroads server is already using');
  await server.stop();
  expect(await readdir(join(data, 'secrets'))).toHaveLength(2);
}, 60_000);

test('a key and settings that are missing: made again, and sessions go on', async () => {
  const data = join(directory, 'missing');
  const [session] = await keepSessions(data, 1);
  await (await hostedServer(data)).stop();
  await rm(join(data, 'secrets'), { recursive: true });
  await rm(join(data, 'lock.sqlite'));
  tamper(data, 'DELETE FROM settings');
  const server = await hostedServer(data);
  expect(await server.sessions()).toMatchObject([{ code: session?.code, damage: null }]);
  await server.stop();
}, 60_000);

test('a key that is a folder is set aside like any other damaged key', async () => {
  const data = join(directory, 'folder');
  await (await hostedServer(data)).stop();
  await rm(join(data, 'secrets', 'host.key'));
  await mkdir(join(data, 'secrets', 'host.key'));
  const server = await hostedServer(data);
  expect((await server.damage()).hostKey).toContain('host.key.damaged-');
  await server.stop();
}, 60_000);

describe('the database itself', () => {
  const databaseOf = (data: string): string => join(data, 'crossroads.sqlite');

  test('one that was emptied or has disappeared is not silently replaced', async () => {
    const data = join(directory, 'emptied');
    await keepSessions(data, 1);
    await (await hostedServer(data)).stop();
    const start = ['start', '--no-build', '--port', '0', '--host', '127.0.0.1', '--data', data];
    for (const harm of [() => truncate(databaseOf(data)), () => rm(databaseOf(data))]) {
      await harm();
      const ran = await crossroads(...start);
      expect(ran).toMatchObject({ code: 1, out: '' });
      expect(ran.err).toMatch(
        /^The database in [^\n]+ is missing or empty, but this directory had one before/,
      );
      expect(ran.err).toContain('crossroads start --new-database');
    }
    const server = await hostedServer(data, '--new-database');
    expect(await server.sessions()).toEqual([]);
    await server.stop();
    await (await hostedServer(data)).stop();
  }, 60_000);

  test('one that cannot be read at all is kept, and the start asks', async () => {
    const data = join(directory, 'garbage');
    await keepSessions(data, 1);
    await writeFile(databaseOf(data), 'garbage '.repeat(9000));
    const ran = await crossroads('start', '--no-build', '--port', '0', '--host', '127.0.0.1', '--data', data);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toMatch(/^The database in [^\n]+ is damaged, and no session in it can be read/);
    const server = await hostedServer(data, '--new-database');
    const { database } = await server.damage();
    await server.stop();
    expect((await readFile(join(data, database ?? ''))).toString()).toContain('garbage');
  }, 60_000);

  test('damaged pages and a cut file: the readable part is copied, and the list names the damaged sessions', async () => {
    for (const harm of ['pages', 'cut']) {
      const data = join(directory, harm);
      const kept = await keepSessions(data, 8);
      const bytes = await readFile(databaseOf(data));
      const middle = Math.floor(bytes.length / 4096 / 2) * 4096;
      if (harm === 'cut') await truncate(databaseOf(data), bytes.length - 4096 * 4);
      else await writeFile(databaseOf(data), bytes.fill(0xa5, middle, middle + 4096 * 3));
      const server = await hostedServer(data);
      const list = await server.sessions();
      const { database } = await server.damage();
      expect(database).toMatch(/^crossroads\.sqlite\.damaged-/);
      expect(list.filter(({ damage }) => damage === null).length).toBeGreaterThan(0);
      expect(list.every(({ phase }) => phase !== 'asleep')).toBe(true);
      expect(list.length).toBeLessThanOrEqual(kept.length);
      expect(await server.stop()).toMatchObject({ code: 0, err: '' });
    }
  }, 90_000);

  test('a table that is gone is made again from what is left', async () => {
    const data = join(directory, 'table');
    const [session] = await keepSessions(data, 1);
    tamper(data, 'DROP TABLE texts; DROP TABLE settings');
    const server = await hostedServer(data);
    expect(await server.sessions()).toMatchObject([{ code: session?.code, damage: null }]);
    await server.stop();
  }, 60_000);
});
