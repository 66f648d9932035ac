import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SessionStore } from './sessionStore.ts';
import { storeWork } from './storeWork.ts';
import { type StatementAnswer, DuplicateRow, type Statement, type Work } from './work.ts';

/** The store's operations on one thread: synchronous, one after another. */
export type StoreOperations = {
  readonly [Name in keyof SessionStore]: (
    ...input: Parameters<SessionStore[Name]>
  ) => Awaited<ReturnType<SessionStore[Name]>>;
};

/** The operations on an open, migrated database. The caller handles transactions. */
export function tablesOf(database: DatabaseSync): StoreOperations {
  const ask = askerOf(database);
  const done = <Value>(work: Work<Value>): Value => carriedOut(work, ask);
  return {
    create: (...input) => done(storeWork.create(...input)),
    append: (...input) => done(storeWork.append(...input)),
    read: (...input) => done(storeWork.read(...input)),
    byId: (...input) => done(storeWork.byId(...input)),
    byCode: (...input) => done(storeWork.byCode(...input)),
    list: (...input) => done(storeWork.list(...input)),
    count: (...input) => done(storeWork.count(...input)),
    describe: (...input) => done(storeWork.describe(...input)),
    setDeleted: (...input) => done(storeWork.setDeleted(...input)),
    remove: (...input) => done(storeWork.remove(...input)),
    expired: (...input) => done(storeWork.expired(...input)),
    texts: (...input) => done(storeWork.texts(...input)),
    eraseText: (...input) => done(storeWork.eraseText(...input)),
    putToken: (...input) => done(storeWork.putToken(...input)),
    findToken: (...input) => done(storeWork.findToken(...input)),
    putShareLink: (...input) => done(storeWork.putShareLink(...input)),
    findShareLink: (...input) => done(storeWork.findShareLink(...input)),
    shareLinks: (...input) => done(storeWork.shareLinks(...input)),
    removeShareLink: (...input) => done(storeWork.removeShareLink(...input)),
    setting: (...input) => done(storeWork.setting(...input)),
    putSetting: (...input) => done(storeWork.putSetting(...input)),
    packs: (...input) => done(storeWork.packs(...input)),
    putPack: (...input) => done(storeWork.putPack(...input)),
    removePack: (...input) => done(storeWork.removePack(...input)),
    createGathering: (...input) => done(storeWork.createGathering(...input)),
    gatherings: (...input) => done(storeWork.gatherings(...input)),
    addAct: (...input) => done(storeWork.addAct(...input)),
    acts: (...input) => done(storeWork.acts(...input)),
    putCoHost: (...input) => done(storeWork.putCoHost(...input)),
    removeCoHost: (...input) => done(storeWork.removeCoHost(...input)),
    setCharge: (...input) => done(storeWork.setCharge(...input)),
    isHealthy: (...input) => done(storeWork.isHealthy(...input)),
    close: () => database.close(),
  };
}

/** Runs work at once. */
function carriedOut<Value>(work: Work<Value>, ask: (statement: Statement) => StatementAnswer): Value {
  let step = work.next();
  while (step.done !== true) {
    const asked = answerOf(ask, step.value);
    step = 'error' in asked ? work.throw(asked.error) : work.next(asked.answer);
  }
  return step.value;
}

function answerOf(
  ask: (statement: Statement) => StatementAnswer,
  statement: Statement,
): { readonly answer: StatementAnswer } | { readonly error: unknown } {
  try {
    return { answer: ask(statement) };
  } catch (error) {
    return { error: isDuplicate(error) ? new DuplicateRow('The row is there already.') : error };
  }
}

const NOTHING: StatementAnswer = { rows: [], count: 0 };

function askerOf(database: DatabaseSync): (statement: Statement) => StatementAnswer {
  const prepared = new Map<string, StatementSync>();
  return ({ query, values, wants }) => {
    const statement = prepared.get(query) ?? database.prepare(query);
    prepared.set(query, statement);
    return wants === 'rows'
      ? { ...NOTHING, rows: statement.all(...values) }
      : { ...NOTHING, count: Number(statement.run(...values).changes) };
  };
}

/** SQLITE_CONSTRAINT_UNIQUE and SQLITE_CONSTRAINT_PRIMARYKEY. */
function isDuplicate(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error)) return false;
  return error.errcode === 2067 || error.errcode === 1555;
}
