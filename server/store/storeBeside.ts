import { storeOver } from './memory.ts';
import { openBeside } from './openDatabase.ts';
import type { SessionStore } from './sessionStore.ts';
import type { StorePlace } from './storePlace.ts';

/** Opens the sessions of a place for a command, also while a server runs on it. Rejects with a `StoreError`. */
export async function storeBeside({ directory, databaseUrl }: StorePlace): Promise<SessionStore> {
  if (databaseUrl === null) return storeOver(openBeside(directory));
  // Loaded only where it is used: the driver is of no use to a class on a laptop.
  const { openPostgresStore } = await import('./postgres/postgresStore.ts');
  return openPostgresStore(databaseUrl);
}
