import { readdirSync } from 'node:fs';

/** The name of the database in a data directory. */
const DATABASE_FILE = 'crossroads.sqlite';

/** A moment (ms) as a part of a file's name, in UTC: `20261128-213000-123`. */
export function stampOf(ms: number): string {
  const [day = '', time = ''] = new Date(ms).toISOString().split('T');
  return `${day.replaceAll('-', '')}-${time.replaceAll(':', '').replace('.', '-').replace('Z', '')}`;
}

/** The newest damaged database that was set aside in a data directory; null where there is none. */
export function damagedDatabaseIn(directory: string): string | null {
  return setAsideIn(directory, `${DATABASE_FILE}.damaged-`);
}

/** The newest of the files whose names begin so, without what SQLite keeps beside; null where there is none. */
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
