import { DatabaseSync } from 'node:sqlite';
import { groupCommit } from './groupCommit.ts';
import { migrate } from './migrations/migrate.ts';
import { type SessionStore, StoreError } from './sessionStore.ts';
import { type StoreOperations, tablesOf } from './sqliteTables.ts';
import type { GatheringCall, StoreCall } from './storeCall.ts';

/** A store that loses everything on closing: the same tables in memory, for play by bots and for tests. */
export function memoryStore(): SessionStore {
  const database = new DatabaseSync(':memory:');
  migrate(database);
  return storeOver(database);
}

/** The store of an open, migrated database on the current thread: for commands, which wait for nothing else. */
export function storeOver(database: DatabaseSync): SessionStore {
  const tables = tablesOf(database);
  const write = async (ask: StoreCall): Promise<void> => {
    for (const reply of groupCommit(database, tables, [{ call: 0, ask }]))
      if ('fault' in reply) throw new StoreError(reply.fault.code, reply.fault.message);
  };
  return {
    create: (...input) => write({ name: 'create', input }),
    append: (...input) => write({ name: 'append', input }),
    eraseText: (...input) => write({ name: 'eraseText', input }),
    describe: (...input) => write({ name: 'describe', input }),
    setDeleted: (...input) => write({ name: 'setDeleted', input }),
    remove: (...input) => write({ name: 'remove', input }),
    putToken: (...input) => write({ name: 'putToken', input }),
    putSetting: (...input) => write({ name: 'putSetting', input }),
    putShareLink: (...input) => write({ name: 'putShareLink', input }),
    removeShareLink: (...input) => write({ name: 'removeShareLink', input }),
    findShareLink: async (...input) => tables.findShareLink(...input),
    shareLinks: async (...input) => tables.shareLinks(...input),
    putPack: (...input) => write({ name: 'putPack', input }),
    removePack: (...input) => write({ name: 'removePack', input }),
    packs: async (...input) => tables.packs(...input),
    ...gatheringsOver(tables, write),
    read: async (...input) => tables.read(...input),
    byId: async (...input) => tables.byId(...input),
    byCode: async (...input) => tables.byCode(...input),
    list: async (...input) => tables.list(...input),
    count: async (...input) => tables.count(...input),
    expired: async (...input) => tables.expired(...input),
    texts: async (...input) => tables.texts(...input),
    findToken: async (...input) => tables.findToken(...input),
    setting: async (...input) => tables.setting(...input),
    isHealthy: async () => database.isOpen,
    close: async () => database.close(),
  };
}

function gatheringsOver(
  tables: StoreOperations,
  write: (ask: StoreCall) => Promise<void>,
): Pick<SessionStore, GatheringCall['name']> {
  return {
    createGathering: (...input) => write({ name: 'createGathering', input }),
    addAct: (...input) => write({ name: 'addAct', input }),
    putCoHost: (...input) => write({ name: 'putCoHost', input }),
    removeCoHost: (...input) => write({ name: 'removeCoHost', input }),
    setCharge: (...input) => write({ name: 'setCharge', input }),
    gatherings: async (...input) => tables.gatherings(...input),
    acts: async (...input) => tables.acts(...input),
  };
}
