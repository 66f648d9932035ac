import type { Config } from '../config.ts';

/** Where sessions are kept: in a data directory, or in a PostgreSQL database, with key and lists in that directory. */
export interface StorePlace {
  readonly directory: string;
  /** Null: in the directory itself. */
  readonly databaseUrl: string | null;
}

/** The place that a command means: a directory may be given to it, the database is that of the environment. */
export function placeFor(
  { dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>,
  given: string | undefined,
): StorePlace {
  return { directory: given ?? dataDir, databaseUrl };
}

/** The place in a sentence; never with a password. */
export function nameOfPlace({ directory, databaseUrl }: StorePlace): string {
  if (databaseUrl === null) return directory;
  const { host, pathname } = new URL(databaseUrl);
  return `the database ${pathname.slice(1)} at ${host}`;
}
