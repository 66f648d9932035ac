import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { BUSY_MS } from './openDatabase.ts';
import { StoreError, type StoreFaultCode } from './sessionStore.ts';
import type { StoreOperations } from './sqliteTables.ts';
import { carryOut, isErasing, isWriting, type StoreCall, type StoreReply } from './storeCall.ts';

/** A call with the number for its reply. */
export interface NumberedCall {
  readonly call: number;
  readonly ask: StoreCall;
}

/**
 * Executes collected calls as one transaction, so that many sessions share one flush to disk. A call that fails undoes only
 * itself; if the commit fails, nothing was written and every call of the batch fails. `absence` says why the file is not in its
 * place, or null if it is: checked before and after the commit, because a commit to a file that nobody will find again stores
 * nothing.
 */
export function groupCommit(
  database: DatabaseSync,
  tables: StoreOperations,
  batch: readonly NumberedCall[],
  absence: () => StoreError | null = () => null,
): readonly StoreReply[] {
  try {
    mustBeInPlace(absence);
    if (!batch.some(({ ask }) => isWriting(ask))) {
      const read = batch.map((one) => reply(one, () => carryOut(tables, one.ask)));
      mustBeInPlace(absence);
      return read;
    }
    const { begin, commit } = controlsOf(database);
    begin.run();
    const replies = carriedOut(database, tables, batch);
    commit.run();
    mustBeInPlace(absence);
    if (batch.some(({ ask }) => isErasing(ask))) wipesDue.add(database);
    if (wipesDue.has(database) && isWiped(database)) wipesDue.delete(database);
    return replies;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    return batch.map(({ call }) => ({ call, fault: faultOf(error) }));
  }
}

/** One call is a transaction by itself; of several, each can be undone alone. */
function carriedOut(
  database: DatabaseSync,
  tables: StoreOperations,
  batch: readonly NumberedCall[],
): readonly StoreReply[] {
  const [only, ...more] = batch;
  if (only !== undefined && more.length === 0)
    return [{ call: only.call, value: carryOut(tables, only.ask) }];
  return batch.map((one) => reply(one, () => inSavepoint(database, tables, one.ask)));
}

/** The statements around every write, prepared once per database. */
const prepared = new WeakMap<DatabaseSync, Controls>();
type Controls = Readonly<Record<'begin' | 'commit' | 'savepoint' | 'release', StatementSync>>;

function controlsOf(database: DatabaseSync): Controls {
  const known = prepared.get(database) ?? {
    begin: database.prepare('BEGIN IMMEDIATE'),
    commit: database.prepare('COMMIT'),
    savepoint: database.prepare('SAVEPOINT one'),
    release: database.prepare('RELEASE one'),
  };
  prepared.set(database, known);
  return known;
}

function mustBeInPlace(absence: () => StoreError | null): void {
  const gone = absence();
  if (gone !== null) throw gone;
}

/** Databases whose write-ahead log may still contain an erased text. */
const wipesDue = new WeakSet<DatabaseSync>();

/**
 * Empties the write-ahead log of erased text, and returns whether it could. Nobody waits for it, and the commit stays valid: if
 * another process is reading, or the disk is full, a later write tries again.
 */
function isWiped(database: DatabaseSync): boolean {
  try {
    database.exec('PRAGMA busy_timeout = 0');
    const found = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    return found?.['busy'] === 0;
  } catch {
    return false;
  } finally {
    database.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
  }
}

function inSavepoint(database: DatabaseSync, tables: StoreOperations, ask: StoreCall): unknown {
  if (!isWriting(ask)) return carryOut(tables, ask);
  const { savepoint, release } = controlsOf(database);
  savepoint.run();
  try {
    const value = carryOut(tables, ask);
    release.run();
    return value;
  } catch (error) {
    if (!database.isTransaction) throw new LostTransaction(error);
    database.exec('ROLLBACK TO one; RELEASE one');
    throw error;
  }
}

/** The database itself gave up the transaction (a full disk, a failed write): nothing of the batch can be kept. */
class LostTransaction extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : 'unknown', { cause });
  }
}

function reply({ call }: NumberedCall, work: () => unknown): StoreReply {
  try {
    return { call, value: work() };
  } catch (error) {
    if (error instanceof LostTransaction) throw error;
    return { call, fault: faultOf(error) };
  }
}

function faultOf(error: unknown): { readonly code: StoreFaultCode; readonly message: string } {
  if (error instanceof StoreError) return { code: error.code, message: error.message };
  const reason = error instanceof Error ? error.message : 'unknown';
  return { code: 'unavailable', message: `The database could not do it: ${reason}.` };
}
