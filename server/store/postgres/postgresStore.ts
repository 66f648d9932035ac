import pg from 'pg';
import type { Ownership } from '../ownership.ts';
import type { SessionStore } from '../sessionStore.ts';
import { storeWork } from '../storeWork.ts';
import type { Work } from '../work.ts';
import { faultOf, found, inOneGo, withClient } from './carryOut.ts';
import { appendAs, createAs, isAnyAlive } from './claims.ts';
import { migratePostgres, mustBeCurrent } from './migrations.ts';
import { Servers } from './servers.ts';

/** A store that several servers may share. */
export interface SharedStore {
  readonly store: SessionStore;
  readonly ownership: Ownership;
}

const CONNECT_WITHIN_MS = 5000;
const ANSWER_WITHIN_MS = 15_000;
const MOST_CONNECTIONS = 10;

/**
 * Opens the store in a PostgreSQL database (`postgres://user:password@host/database`) for a command: beside servers, or alone with
 * `makesTables`. Rejects with one sentence if the database cannot be reached, was made by a newer program, or lacks tables.
 */
export async function openPostgresStore(url: string, makesTables = false): Promise<SessionStore> {
  return storeOn(await poolAt(settingsFor(url), makesTables), null);
}

/**
 * Opens the store for a server, brings its tables up to date, and tells which sessions the server may run. Rejects as
 * `openPostgresStore` does.
 */
export async function openSharedStore(url: string, tell: (sentence: string) => void): Promise<SharedStore> {
  const settings = settingsFor(url);
  const pool = await poolAt(settings, true);
  const ownership = new Servers(pool, settings, tell);
  return { store: storeOn(pool, ownership), ownership };
}

/** Whether a server uses the database now. */
export async function isServed(url: string): Promise<boolean> {
  const pool = await poolAt(settingsFor(url), false);
  return found(pool, isAnyAlive()).finally(async () => pool.end());
}

function settingsFor(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'crossroads',
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
    keepAlive: true,
    // So that a server that vanished without a word is missed within half a minute.
    options: '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3',
  };
}

/** Connections to a database that has its tables. */
async function poolAt(settings: pg.PoolConfig, makesTables: boolean): Promise<pg.Pool> {
  const pool = new pg.Pool({ ...settings, max: MOST_CONNECTIONS });
  // A connection that breaks while nobody uses it is replaced at the next use.
  pool.on('error', () => undefined);
  try {
    await withClient(pool, makesTables ? migratePostgres : mustBeCurrent);
    return pool;
  } catch (error) {
    await pool.end();
    throw faultOf(error);
  }
}

function storeOn(pool: pg.Pool, servers: Servers | null): SessionStore {
  const isHealthy = async (): Promise<boolean> => inOneGo(pool, storeWork.isHealthy()).catch(() => false);
  return { ...readingOn(pool), ...keepingOn(pool, servers), isHealthy, close: async () => pool.end() };
}

type Reading =
  | 'read'
  | 'byId'
  | 'byCode'
  | 'list'
  | 'count'
  | 'expired'
  | 'texts'
  | 'findToken'
  | 'findShareLink'
  | 'shareLinks'
  | 'setting'
  | 'packs'
  | 'gatherings'
  | 'acts';

function readingOn(pool: pg.Pool): Pick<SessionStore, Reading> {
  const read = async <Value>(work: Work<Value>): Promise<Value> => found(pool, work);
  return {
    read: async (...input) => read(storeWork.read(...input)),
    byId: async (...input) => read(storeWork.byId(...input)),
    byCode: async (...input) => read(storeWork.byCode(...input)),
    list: async (...input) => read(storeWork.list(...input)),
    count: async (...input) => read(storeWork.count(...input)),
    expired: async (...input) => read(storeWork.expired(...input)),
    texts: async (...input) => read(storeWork.texts(...input)),
    findToken: async (...input) => read(storeWork.findToken(...input)),
    findShareLink: async (...input) => read(storeWork.findShareLink(...input)),
    shareLinks: async (...input) => read(storeWork.shareLinks(...input)),
    setting: async (...input) => read(storeWork.setting(...input)),
    packs: async (...input) => read(storeWork.packs(...input)),
    gatherings: async (...input) => read(storeWork.gatherings(...input)),
    acts: async (...input) => read(storeWork.acts(...input)),
  };
}

function keepingOn(
  pool: pg.Pool,
  servers: Servers | null,
): Omit<SessionStore, Reading | 'isHealthy' | 'close'> {
  const keep = async <Value>(work: Work<Value>): Promise<Value> => inOneGo(pool, work);
  const queues = new Map<string, Promise<unknown>>();
  return {
    create: async (session, ...parts) => {
      if (servers === null) return keep(storeWork.create(session, ...parts));
      await keep(createAs(servers.self, session, ...parts));
      if (parts[0] === undefined) servers.opened(session.id);
    },
    append: async (append) =>
      afterEarlier(queues, append.session, async () =>
        keep(servers === null ? storeWork.append(append) : appendAs(servers.self, append)),
      ),
    describe: async (...input) => keep(storeWork.describe(...input)),
    setDeleted: async (...input) => keep(storeWork.setDeleted(...input)),
    remove: async (...input) => keep(storeWork.remove(...input)),
    eraseText: async (...input) => keep(storeWork.eraseText(...input)),
    putToken: async (...input) => keep(storeWork.putToken(...input)),
    putShareLink: async (...input) => keep(storeWork.putShareLink(...input)),
    removeShareLink: async (...input) => keep(storeWork.removeShareLink(...input)),
    putSetting: async (...input) => keep(storeWork.putSetting(...input)),
    putPack: async (...input) => keep(storeWork.putPack(...input)),
    removePack: async (...input) => keep(storeWork.removePack(...input)),
    createGathering: async (...input) => keep(storeWork.createGathering(...input)),
    addAct: async (...input) => keep(storeWork.addAct(...input)),
    putCoHost: async (...input) => keep(storeWork.putCoHost(...input)),
    removeCoHost: async (...input) => keep(storeWork.removeCoHost(...input)),
    setCharge: async (...input) => keep(storeWork.setCharge(...input)),
  };
}

/** Runs what concerns one session in the order in which it was asked for, over whichever connections. */
async function afterEarlier(
  queues: Map<string, Promise<unknown>>,
  session: string,
  work: () => Promise<void>,
): Promise<void> {
  const earlier = queues.get(session) ?? Promise.resolve();
  const mine = earlier.then(work, work);
  const settled = mine.catch(() => undefined);
  queues.set(session, settled);
  await settled;
  if (queues.get(session) === settled) queues.delete(session);
  await mine;
}
