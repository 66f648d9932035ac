import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_NAME } from './place.ts';

/** SQLite's files beside a database; they belong to the database of the same name and move with it. */
const COMPANIONS = ['', '-wal', '-shm', '-journal'];

/** A time (ms) as a part of a file name, in UTC: `20261128-213000-123`. */
export function stampOf(ms: number): string {
  const [day = '', time = ''] = new Date(ms).toISOString().split('T');
  return `${day.replaceAll('-', '')}-${time.replaceAll(':', '').replace('.', '-').replace('Z', '')}`;
}

/**
 * Renames a data directory's database with SQLite's files beside it, and returns the new name: `crossroads.sqlite.why-…`. Deletes
 * nothing. Null if there was nothing to rename.
 */
export function setDatabaseAside(directory: string, why: 'damaged' | 'replaced', ms: number): string | null {
  const name = `${DATABASE_NAME}.${why}-${stampOf(ms)}`;
  const there = new Set(namesIn(directory));
  const moved = COMPANIONS.filter((end) => there.has(`${DATABASE_NAME}${end}`));
  for (const end of moved)
    renameSync(join(directory, `${DATABASE_NAME}${end}`), join(directory, `${name}${end}`));
  return moved.length === 0 ? null : name;
}

/** The newest damaged database that was set aside in a data directory; null if there is none. */
export function damagedDatabaseIn(directory: string): string | null {
  return setAsideIn(directory, `${DATABASE_NAME}.damaged-`);
}

/** Whether a data directory contains a database that was damaged or replaced. */
export function hasSetAside(directory: string): boolean {
  return ['damaged', 'replaced'].some((why) => setAsideIn(directory, `${DATABASE_NAME}.${why}-`) !== null);
}

/** The newest of the files with this beginning, without SQLite's files beside it; null if there is none. */
export function setAsideIn(directory: string, beginning: string): string | null {
  const found = namesIn(directory).filter((name) => name.startsWith(beginning) && /\d$/.test(name));
  return found.toSorted().at(-1) ?? null;
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
