import { type BigIntStats, statSync } from 'node:fs';

/** The file of a data directory that contains every session; its log lies beside it under the same name with `-wal`. */
export const DATABASE_NAME = 'crossroads.sqlite';

/**
 * How the open database differs from the one at its path: nothing is there, an empty file is there, another file is there, the
 * file itself was emptied, or the database is in place and its write-ahead log (or the index of that) is not.
 */
export type Loss = 'missing' | 'empty' | 'other' | 'cut' | 'log';

/** The paths of an open database's files. */
export interface FilePlace {
  /** How the open files differ from those at their paths now; null if they are the same. Costs three `stat`. */
  loss(): Loss | null;
}

/**
 * Remembers device and inode of the files at a database's paths right after opening: while they are open no other file can have
 * the same.
 */
export function placeOf(file: string): FilePlace {
  const main = statsAt(file);
  const beside = ['-wal', '-shm'].map((end) => ({ path: `${file}${end}`, opened: statsAt(`${file}${end}`) }));
  return {
    loss: () => {
      const now = statsAt(file);
      if (now === null) return 'missing';
      if (!isSame(now, main)) return now.size === 0n ? 'empty' : 'other';
      if (now.size === 0n) return 'cut';
      return beside.every(({ path, opened }) => isSame(statsAt(path), opened)) ? null : 'log';
    },
  };
}

function statsAt(path: string): BigIntStats | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false }) ?? null;
}

function isSame(one: BigIntStats | null, other: BigIntStats | null): boolean {
  return one !== null && other !== null && one.ino === other.ino && one.dev === other.dev;
}
