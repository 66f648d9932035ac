import pg from 'pg';
import { StoreError } from '../sessionStore.ts';
import { DuplicateRow, type Row, type Statement, type StatementAnswer, type Work } from '../work.ts';

/** Runs work that changes nothing on a connection of the pool. Rejects with a `StoreError`. */
export async function found<Value>(pool: pg.Pool, work: Work<Value>): Promise<Value> {
  return orFault(async () => withClient(pool, async (client) => carriedOut(work, askerOf(client))));
}

/** Runs work in one transaction: durable once it resolves, and whole or not at all. Rejects with a `StoreError`. */
export async function inOneGo<Value>(pool: pg.Pool, work: Work<Value>): Promise<Value> {
  return orFault(async () => withClient(pool, async (client) => inTransaction(client, work)));
}

/** Lends a connection of the pool; one in doubt is not used again. */
export async function withClient<Value>(
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
    if (!(error instanceof StoreError)) isBroken = true;
    throw error;
  } finally {
    client.off('error', noteBroken);
    client.release(isBroken);
  }
}

/** What went wrong, as the store's error with one sentence. */
export function faultOf(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const reason = error instanceof Error && error.message !== '' ? error.message : codeOf(error);
  return new StoreError('unavailable', `The database could not do it: ${reason}.`);
}

async function orFault<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw faultOf(error);
  }
}

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

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
