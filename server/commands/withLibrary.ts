import { joinCodeSchema } from '#shared/wire/api.ts';
import { lockData } from '../store/dataLock.ts';
import { type ErasureList, erasureList } from '../store/erasureList.ts';
import { isWithoutDatabase } from '../store/earlierSigns.ts';
import { type SessionStore, StoreError, type StoredSession } from '../store/sessionStore.ts';
import { storeBeside } from '../store/storeBeside.ts';
import { nameOfPlace, type StorePlace } from '../store/storePlace.ts';
import { CommandFailed } from '../lib/commandFailed.ts';

/** The sessions of a command. */
export interface Library {
  readonly store: SessionStore;
  readonly list: ErasureList;
}

/**
 * Runs a command on the sessions of a place. `alone` marks commands whose changes a running server would not notice: they
 * are refused while one runs. The others are safe, because the server reads what they change from the database each time. Fails
 * with one sentence.
 */
export async function withLibrary(
  place: StorePlace,
  how: How,
  work: (library: Library) => Promise<void>,
): Promise<void> {
  const { directory, databaseUrl } = place;
  try {
    const release =
      databaseUrl === null ? heldHere(directory, how) : await heldThere(databaseUrl, how, place);
    try {
      const store = await storeBeside(place);
      await work({ store, list: erasureList(directory) }).finally(() => store.close());
    } finally {
      release();
    }
  } catch (error) {
    if (error instanceof StoreError) throw new CommandFailed(error.message);
    throw error;
  }
}

/** The session with a typed code, including a deleted one. */
export async function sessionIn(store: Pick<SessionStore, 'list'>, typed: string): Promise<StoredSession> {
  const code = joinCodeSchema.safeParse(typed);
  if (!code.success) throw new CommandFailed(`"${typed}" is not a join code.`, 2);
  const [found] = await store.list({ code: code.data, limit: 1 });
  if (found === undefined) throw new CommandFailed(`There is no session ${code.data} here.`);
  return found;
}

/** What a command needs of a place. */
type How = 'read' | 'beside' | 'alone';

function heldHere(directory: string, how: How): () => void {
  if (isWithoutDatabase(directory)) throw new CommandFailed(`There is no database in ${directory}.`);
  const lock = how === 'alone' ? lockedAlone(directory) : null;
  return () => lock?.release();
}

async function heldThere(url: string, how: How, place: StorePlace): Promise<() => void> {
  const { isServed } = await import('../store/postgres/postgresStore.ts');
  if (how === 'alone' && (await isServed(url))) throw runs(nameOfPlace(place));
  return () => undefined;
}

function lockedAlone(directory: string): ReturnType<typeof lockData> {
  try {
    return lockData(directory);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    throw runs(directory);
  }
}

function runs(place: string): CommandFailed {
  return new CommandFailed(
    `A server runs on ${place}. Stop it, or do this on the host's page: people may be in the session.`,
  );
}
