import { mkdtemp, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { expiredBackups, isBackupDue, makeBackup } from '../../server/nightlyBackups.ts';
import { stampOf } from '../../server/store/setAside.ts';
import { crossroads } from '../cli/crossroads.ts';
import { collectedLog } from '../server/liveTable.ts';
import { hostedServer } from '../support/damagedServer.ts';
import { keepSessions, tamper } from '../support/keptSessions.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'crossroads-backup-'));
});
afterEach(() => rm(directory, { recursive: true }));

const DAY_MS = 86_400_000;
const nameAt = (ms: number): string => `nightly-${stampOf(ms)}.sqlite`;

test('a backup of a live server, restored elsewhere, is whole, and its session goes on there', async () => {
  const [data, other] = [join(directory, 'data'), join(directory, 'other')];
  const [session] = await keepSessions(data, 1);
  const file = join(directory, 'one.sqlite');
  const live = await hostedServer(data);
  const made = await crossroads('backup', file, '--data', data);
  expect(made).toMatchObject({ code: 0, out: `${file}: 1 session, checked.\n` });
  const refused = await crossroads('restore', file, '--data', data);
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain('Another Crossroads server is already using');
  await live.stop();
  expect(await crossroads('restore', file, '--data', other)).toMatchObject({ code: 0 });
  const out = join(directory, 'log.jsonl');
  expect(await crossroads('export', session?.code ?? '', '--out', out, '--data', other)).toMatchObject({
    code: 0,
  });
  expect(await crossroads('verify', out)).toMatchObject({ code: 0 });
  const server = await hostedServer(other);
  expect(await server.sessions()).toMatchObject([
    { code: session?.code, damage: null, people: 6, phase: 'briefing' },
  ]);
  await server.stop();
}, 90_000);

test('the backup of last night, restored on another computer, verifies whole, session by session', async () => {
  const [data, other] = [join(directory, 'data'), join(directory, 'another computer', '数据')];
  const kept = await keepSessions(data, 2);
  const live = await hostedServer(data);
  const folder = join(data, 'backups');
  await makeBackup({ directory: data, folder, log: collectedLog(), now: () => Date.UTC(2026, 10, 28, 3) });
  await live.stop();
  const away = join(directory, at(await readdir(folder), 0));
  await rename(join(folder, at(await readdir(folder), 0)), away);
  await rm(data, { recursive: true });
  const restored = await crossroads('restore', away, '--data', other);
  expect(restored).toMatchObject({ code: 0, out: `Restored ${away} to ${other}: 2 sessions, checked.\n` });
  for (const { code, lines } of kept) {
    const out = join(directory, `${code}.jsonl`);
    expect(await crossroads('export', code, '--out', out, '--data', other)).toMatchObject({ code: 0 });
    expect(await crossroads('verify', out)).toMatchObject({ code: 0, err: '' });
    expect((await readFile(out, 'utf8')).trim().split('\n').length).toBeGreaterThanOrEqual(lines + 1);
  }
  const server = await hostedServer(other);
  const items = await server.sessions();
  expect(items.map(({ code }) => code).toSorted()).toEqual(kept.map(({ code }) => code).toSorted());
  expect(items.every(({ damage }) => damage === null)).toBe(true);
  expect(await server.damage()).toMatchObject({ database: null, settings: [], hostKey: null });
  await server.stop();
}, 300_000);

test('restore keeps what it replaces, and changes nothing for a file that does not hold', async () => {
  const data = join(directory, 'data');
  await keepSessions(data, 1);
  const file = join(directory, 'one.sqlite');
  expect(await crossroads('backup', file, '--data', data)).toMatchObject({ code: 0 });
  const before = await readFile(join(data, 'crossroads.sqlite'));
  const bad = join(directory, 'bad.sqlite');
  const bytes = await readFile(file);
  await writeFile(bad, bytes.fill(7, 4096 * 3, 4096 * 9));
  const ran = await crossroads('restore', bad, '--data', data);
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.err).toMatch(/^\S+bad\.sqlite cannot be restored: [^\n]+\n$/);
  expect((await readFile(join(data, 'crossroads.sqlite'))).equals(before)).toBe(true);
  expect((await crossroads('restore', join(directory, 'none'), '--data', data)).code).toBe(1);
  const restored = await crossroads('restore', file, '--data', data);
  expect(restored).toMatchObject({ code: 0 });
  expect(restored.out).toContain('What was there before is kept as');
  const kept = (await readdir(data)).find((name) => name.startsWith('crossroads.sqlite.replaced-')) ?? '';
  expect((await readFile(join(data, kept))).equals(before)).toBe(true);
}, 60_000);

test('what is no backup replaces nothing: an empty file, another program’s database, a folder, a device', async () => {
  const data = join(directory, 'data');
  await keepSessions(data, 1);
  const before = await readFile(join(data, 'crossroads.sqlite'));
  const [empty, other] = [join(directory, 'empty.sqlite'), join(directory, 'other.sqlite')];
  await writeFile(empty, '');
  const database = new DatabaseSync(other);
  database.exec('CREATE TABLE places (url TEXT); PRAGMA user_version = 3;');
  database.close();
  for (const file of [empty, other, directory, '/dev/zero']) {
    const ran = await crossroads('restore', file, '--data', data);
    expect(ran, file).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toMatch(
      / cannot be restored: it (?:is no file|does not hold the tables of Crossroads)\.\n$/,
    );
    expect((await readFile(join(data, 'crossroads.sqlite'))).equals(before)).toBe(true);
  }
}, 180_000);

test('a backup goes neither over the database itself nor over a folder, and none is made of an emptied database', async () => {
  const data = join(directory, 'data');
  await keepSessions(data, 1);
  const file = join(data, 'crossroads.sqlite');
  const before = await readFile(file);
  for (const place of [file, `${data}/../data/crossroads.sqlite`, directory, join(file, 'below')])
    expect(await crossroads('backup', place, '--data', data), place).toMatchObject({ code: 1, out: '' });
  expect((await readFile(file)).equals(before)).toBe(true);
  await truncate(file);
  const ran = await crossroads('backup', '--data', data);
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.err).toContain('does not hold the tables of Crossroads');
  expect(await readdir(join(data, 'backups'))).toEqual([]);
}, 180_000);

test('a backup names the sessions that are damaged in it', async () => {
  const data = join(directory, 'data');
  const kept = await keepSessions(data, 2);
  tamper(data, `DELETE FROM lines WHERE session = '${at(kept, 1).id}' AND seq = 2`);
  const made = await crossroads('backup', '--data', data);
  expect(made.out).toContain(`2 sessions, checked. Damaged in it: ${at(kept, 1).code}.`);
  expect((await readdir(join(data, 'backups')))[0]).toMatch(/^by-hand-[\d-]+\.sqlite$/);
}, 60_000);

test('one backup is kept for each of the last 7 days and 4 weeks, and none that a person made is deleted', async () => {
  const start = Date.UTC(2026, 10, 1, 3);
  const names = Array.from({ length: 60 }, (_, day) => nameAt(start + day * DAY_MS));
  const expired = expiredBackups([...names, 'by-hand-20200101-000000-000.sqlite', 'mine.sqlite']);
  const kept = names.filter((name) => !expired.includes(name));
  expect(kept.slice(-7)).toEqual(names.slice(-7));
  expect(kept).toHaveLength(9);
  expect(expired.every((name) => names.includes(name))).toBe(true);
  expect(expiredBackups(kept)).toEqual([]);
});

test('a backup is due once a night, or once a day where the computer is off at night', async () => {
  const noon = new Date(2026, 10, 28, 12).getTime();
  const night = new Date(2026, 10, 28, 3).getTime();
  expect(isBackupDue([], noon)).toBe(true);
  expect(isBackupDue([nameAt(noon - 22 * 3_600_000)], noon)).toBe(false);
  expect(isBackupDue([nameAt(noon - 27 * 3_600_000)], noon)).toBe(true);
  expect(isBackupDue([nameAt(night - 22 * 3_600_000)], night)).toBe(true);
  expect(isBackupDue([nameAt(night - 600_000)], night)).toBe(false);
});

test('the nightly backup is made on a thread of its own, and the expired ones go', async () => {
  const data = join(directory, 'data');
  await keepSessions(data, 1);
  const folder = join(directory, 'nights');
  const log = collectedLog();
  const start = Date.UTC(2026, 10, 1, 3);
  for (let day = 0; day < 9; day += 1)
    await makeBackup({ directory: data, folder, log, now: () => start + day * DAY_MS });
  expect(await readdir(folder)).toHaveLength(8);
  expect(log.lines.at(-1)).toContain('the nightly backup is made');
}, 60_000);
