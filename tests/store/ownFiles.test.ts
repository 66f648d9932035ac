import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hostKeyIn } from '../../server/http/hostKey.ts';
import { backUp, restore } from '../../server/store/backup.ts';
import { salvage } from '../../server/store/salvage.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { keepSessions } from '../support/keptSessions.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'crossroads-own-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** The files of a folder that users other than the owner may read or write; the lock contains nothing. */
const openToOthers = (folder = directory): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const found = statSync(join(folder, name));
    return found.isFile() && !name.endsWith('lock.sqlite') && (found.mode & 0o077) !== 0;
  });

// Windows has no such rights; there the folder's rights count.
const onPosix = test.skipIf(process.platform === 'win32');

onPosix(
  'what a server keeps is for its own user alone: database, log, key, backup, what is restored',
  async () => {
    const data = join(directory, 'data');
    hostKeyIn(data);
    await keepSessions(data, 1);
    const store = await openSqliteStore(data, () => undefined);
    expect(readdirSync(data)).toEqual(
      expect.arrayContaining([
        'crossroads.sqlite',
        'crossroads.sqlite-wal',
        'crossroads.sqlite-shm',
        'secrets',
      ]),
    );
    const copy = join(directory, 'copy.sqlite');
    await backUp(data, copy);
    await store.close();
    // Somebody carried the backup on a stick that does not support rights.
    chmodSync(copy, 0o644);
    restore(copy, join(directory, 'other'), 0);
    chmodSync(copy, 0o600);
    expect(salvage(data, 0)).toBe(true);
    expect(openToOthers()).toEqual([]);
  },
);

onPosix('a database from an earlier version is shut to others at the next start', async () => {
  await keepSessions(directory, 1);
  const file = join(directory, 'crossroads.sqlite');
  chmodSync(file, 0o644);
  expect(openToOthers()).toContain('crossroads.sqlite');
  const store = await openSqliteStore(directory, () => undefined);
  expect(openToOthers()).toEqual([]);
  await store.close();
});
