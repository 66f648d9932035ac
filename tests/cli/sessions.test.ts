import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { backUp, restore } from '../../server/store/backup.ts';
import { lockData } from '../../server/store/dataLock.ts';
import { openReadOnly } from '../../server/store/openDatabase.ts';
import { playedLog } from '../log/playedLog.ts';
import { keepSessions, type KeptSession } from '../support/keptSessions.ts';
import { crossroads, type Ran } from './crossroads.ts';

// Each command is a child process, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let directory: string;
let kept: readonly KeptSession[];
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'crossroads-sessions-'));
  kept = await keepSessions(directory, 2);
});
afterAll(() => rm(directory, { recursive: true }));

const sessions = (...args: readonly string[]): Promise<Ran> =>
  crossroads('sessions', ...args, '--data', directory);

test('list, rename, tag, show', async () => {
  const code = kept[0]?.code ?? '';
  expect(await sessions('rename', code, 'Monday group', '--note', 'late start')).toMatchObject({ code: 0 });
  expect(await sessions('tag', code, 'spring', '公开课')).toMatchObject({ code: 0 });
  const { out } = await sessions('list', 'monday', '公开');
  expect(out).toContain(`${code}  `);
  expect(out).toContain('Monday group  #spring  #公开课');
  expect(out.trim().split('\n')).toHaveLength(1);
  expect((await sessions('show', code)).out).toContain('late start');
  expect(await sessions('show', 'ZZZZZZ')).toMatchObject({
    code: 1,
    err: 'There is no session ZZZZZZ here.\n',
  });
  expect(await sessions('list', '--state', 'lost')).toMatchObject({ code: 2 });
});

test('words and sessions erased or deleted after a backup stay erased when the backup is restored', async () => {
  const [{ code, textId } = { code: '', textId: '' }, { code: other } = { code: '' }] = kept;
  const backup = join(directory, 'before.sqlite');
  await backUp(directory, backup);
  expect(await sessions('erase', code)).toMatchObject({
    code: 2,
    err: 'Say whose words: --person ID, or --all.\n',
  });
  expect((await sessions('erase', code, '--all')).out).toContain('Its chain still verifies.');
  expect(await sessions('delete', other)).toMatchObject({ code: 0 });
  const list = await readFile(join(directory, 'erasures.jsonl'), 'utf8');
  expect(list).toContain(textId);
  expect(list).not.toContain('words 0');
  restore(backup, directory, Date.now());
  expect((await sessions('list', '--state', 'deleted')).out).toContain(other);
  const database = openReadOnly(directory);
  expect(database.prepare('SELECT count(*) AS n FROM texts WHERE id = ?').get(textId)).toMatchObject({
    n: 0,
  });
  database.close();
  expect(await sessions('restore', other)).toMatchObject({ code: 0 });
  restore(backup, directory, Date.now());
  expect((await sessions('list')).out).toContain(other);
});

test('a record is verified before it is kept; a faulty one is refused with the place', async () => {
  const [good, bad] = [join(directory, 'good.jsonl'), join(directory, 'bad.jsonl')];
  const log = await playedLog('archipelago', 7);
  await writeFile(good, log);
  await writeFile(bad, log.replace('"seq":4', '"seq":5'));
  expect(await sessions('import', good)).toMatchObject({ code: 0 });
  expect((await sessions('list', '--state', 'ended')).out).toContain('from good.jsonl');
  const faulty = await sessions('import', bad);
  expect(faulty).toMatchObject({ code: 1 });
  expect(faulty.err).toMatch(/bad\.jsonl: line \d+ .*Nothing was imported\.\n$/);
  expect((await sessions('import', good)).err).toContain('is here already');
});

test('changes that a running server would not notice are refused beside one; names are not', async () => {
  const code = kept[0]?.code ?? '';
  const lock = lockData(directory);
  try {
    for (const args of [
      ['delete', code],
      ['erase', code, '--all'],
    ])
      expect(await sessions(...args)).toMatchObject({
        code: 1,
        err: expect.stringContaining('A server runs on'),
      });
    expect(await sessions('rename', code, 'Tuesday')).toMatchObject({ code: 0 });
  } finally {
    lock.release();
  }
});
