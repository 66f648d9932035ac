import { joinCodeSchema } from '#shared/wire/api.ts';
import { lockData } from '../store/dataLock.ts';
import { type ErasureList, erasureList } from '../store/erasureList.ts';
import { storeOver } from '../store/memory.ts';
import { openBeside } from '../store/openDatabase.ts';
import { isWithoutDatabase } from '../store/earlierSigns.ts';
import { type SessionStore, StoreError, type StoredSession } from '../store/sessionStore.ts';
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
  how: 'read' | 'beside' | 'alone',
  work: (library: Library) => Promise<void>,
): Promise<void> {
  const { directory, databaseUrl } = place;
  try {
    const { store, release } =
      databaseUrl === null ? openedHere(directory, how) : await openedThere(databaseUrl, how, place);
    try {
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

/** A store for one command, and the end of its use. */
interface Opened {
  readonly store: SessionStore;
  readonly release: () => void;
}

function openedHere(directory: string, how: 'read' | 'beside' | 'alone'): Opened {
  if (isWithoutDatabase(directory)) throw new CommandFailed(`There is no database in ${directory}.`);
  const lock = how === 'alone' ? lockedAlone(directory) : null;
  return { store: storeOver(openBeside(directory)), release: () => lock?.release() };
}

async function openedThere(
  url: string,
  how: 'read' | 'beside' | 'alone',
  place: StorePlace,
): Promise<Opened> {
  const { isServed, openPostgresStore } = await import('../store/postgres/postgresStore.ts');
  if (how === 'alone' && (await isServed(url))) throw runs(nameOfPlace(place));
  return { store: await openPostgresStore({ url, isServer: false }), release: () => undefined };
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
