import pg from 'pg';
import { type SessionStore, StoreError } from '../sessionStore.ts';
import { storeWork } from '../storeWork.ts';
import { type StatementAnswer, DuplicateRow, type Row, type Statement, type Work } from '../work.ts';
import { migratePostgres, mustBeCurrent } from './migrations.ts';
import { ServerLock } from './serverLock.ts';

/** How a PostgreSQL database is opened. */
export interface PostgresOpening {
  /** `postgres://user:password@host/database`. */
  readonly url: string;
  /** Whether this is the server, which alone may use the database, or a command beside it. */
  readonly isServer: boolean;
  readonly tell?: (sentence: string) => void;
}

/** A server that was killed leaves its lock as soon as PostgreSQL misses it. */
const PATIENCE_MS = 5000;
const CONNECT_WITHIN_MS = 5000;
const ANSWER_WITHIN_MS = 15_000;
const MOST_CONNECTIONS = 10;

/**
 * Opens the store in a PostgreSQL database; a server brings its tables up to date. Rejects with one sentence if the database cannot
 * be reached, was made by a newer program, or is used by another server.
 */
export async function openPostgresStore({
  url,
  isServer,
  tell = () => undefined,
}: PostgresOpening): Promise<SessionStore> {
  const settings: pg.PoolConfig = {
    connectionString: url,
    application_name: 'crossroads',
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
    keepAlive: true,
    // So that a server that vanished without a word is missed within half a minute.
    options: '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3',
  };
  const pool = new pg.Pool({ ...settings, max: MOST_CONNECTIONS });
  // A connection that breaks while nobody uses it is replaced at the next use.
  pool.on('error', () => undefined);
  let lock: ServerLock | null = null;
  try {
    await withClient(pool, isServer ? migratePostgres : mustBeCurrent);
    if (isServer) {
      lock = new ServerLock(settings, tell);
      if (!(await lock.isTaken(PATIENCE_MS)))
        throw new StoreError('unavailable', 'Another server uses this database.');
    }
    return storeOn(pool, lock);
  } catch (error) {
    await pool.end();
    throw faultOf(error);
  }
}

/** Whether another server uses the database now. */
export async function isServed(url: string): Promise<boolean> {
  const lock = new ServerLock({ connectionString: url });
  return orFault(async () => !(await lock.isTaken(0))).finally(async () => lock.release());
}

function storeOn(pool: pg.Pool, lock: ServerLock | null): SessionStore {
  const isHealthy = async (): Promise<boolean> => {
    try {
      return await kept(pool, lock, storeWork.isHealthy());
    } catch {
      return false;
    }
  };
  const close = async (): Promise<void> => {
    await pool.end();
    await lock?.release();
  };
  return { ...readingOn(pool), ...keepingOn(pool, lock), isHealthy, close };
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
  const found = async <Value>(work: Work<Value>): Promise<Value> =>
    orFault(async () => withClient(pool, async (client) => carriedOut(work, askerOf(client))));
  return {
    read: async (...input) => found(storeWork.read(...input)),
    byId: async (...input) => found(storeWork.byId(...input)),
    byCode: async (...input) => found(storeWork.byCode(...input)),
    list: async (...input) => found(storeWork.list(...input)),
    count: async (...input) => found(storeWork.count(...input)),
    expired: async (...input) => found(storeWork.expired(...input)),
    texts: async (...input) => found(storeWork.texts(...input)),
    findToken: async (...input) => found(storeWork.findToken(...input)),
    findShareLink: async (...input) => found(storeWork.findShareLink(...input)),
    shareLinks: async (...input) => found(storeWork.shareLinks(...input)),
    setting: async (...input) => found(storeWork.setting(...input)),
    packs: async (...input) => found(storeWork.packs(...input)),
    gatherings: async (...input) => found(storeWork.gatherings(...input)),
    acts: async (...input) => found(storeWork.acts(...input)),
  };
}

function keepingOn(
  pool: pg.Pool,
  lock: ServerLock | null,
): Omit<SessionStore, Reading | 'isHealthy' | 'close'> {
  const keep = async <Value>(work: Work<Value>): Promise<Value> => kept(pool, lock, work);
  const queues = new Map<string, Promise<unknown>>();
  return {
    create: async (...input) => keep(storeWork.create(...input)),
    append: async (append) =>
      afterEarlier(queues, append.session, async () => keep(storeWork.append(append))),
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
  };
}

async function kept<Value>(pool: pg.Pool, lock: ServerLock | null, work: Work<Value>): Promise<Value> {
  return orFault(async () => {
    const whyNot = lock?.whyNot ?? null;
    if (whyNot !== null) throw new StoreError('unavailable', whyNot);
    return withClient(pool, async (client) => inTransaction(client, work));
  });
}

async function withClient<Value>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect();
  let isBroken = false;
  const noteBroken = (): void => {
    isBroken = true;
  };
  client.on('error', noteBroken);
  try {
    return await work(client);
  } catch (error) {
    // A connection in doubt is not used again.
    if (!(error instanceof StoreError)) isBroken = true;
    throw error;
  } finally {
    client.off('error', noteBroken);
    client.release(isBroken);
  }
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

/** Durable once it resolves, and whole or not at all. */
async function inTransaction<Value>(client: pg.PoolClient, work: Work<Value>): Promise<Value> {
  await client.query('BEGIN');
  try {
    const value = await carriedOut(work, askerOf(client));
    await client.query('COMMIT');
    return value;
  } catch (error) {
    if (error instanceof StoreError) await client.query('ROLLBACK');
    throw error;
  }
}

type Asker = (statement: Statement) => Promise<StatementAnswer>;

async function carriedOut<Value>(work: Work<Value>, ask: Asker): Promise<Value> {
  let step = work.next();
  while (step.done !== true) {
    const asked = await answerOf(ask, step.value);
    step = 'error' in asked ? work.throw(asked.error) : work.next(asked.answer);
  }
  return step.value;
}

async function answerOf(
  ask: Asker,
  statement: Statement,
): Promise<{ readonly answer: StatementAnswer } | { readonly error: unknown }> {
  try {
    return { answer: await ask(statement) };
  } catch (error) {
    return { error: isDuplicate(error) ? new DuplicateRow('The row is there already.') : error };
  }
}

function askerOf(client: pg.PoolClient): Asker {
  return async ({ query, values }) => {
    const { rows, rowCount } = await client.query<Row>(numbered(query), [...values]);
    return { rows, count: rowCount ?? 0 };
  };
}

const numberedQueries = new Map<string, string>();

/** The query with `$1`, `$2`, … where ours has question marks. */
function numbered(query: string): string {
  const known = numberedQueries.get(query);
  if (known !== undefined) return known;
  let place = 0;
  const made = query.replaceAll('?', () => `$${(place += 1)}`);
  numberedQueries.set(query, made);
  return made;
}

const UNIQUE_VIOLATION = '23505';

function isDuplicate(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION;
}

async function orFault<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw faultOf(error);
  }
}

function faultOf(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const reason = error instanceof Error && error.message !== '' ? error.message : codeOf(error);
  return new StoreError('unavailable', `The database could not do it: ${reason}.`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
