import { setTimeout as sleep } from 'node:timers/promises';
import { buildApp } from '../../server/app.ts';
import type { SessionStore } from '../../server/store/sessionStore.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { plainInput } from './plainInput.ts';

/**
 * The negative control of the chaos trials, in a child process: the same server over a store that acknowledges a line before it is
 * stored. `node hastyServer.ts <data directory> <port>`.
 */
const [dataDir, port] = process.argv.slice(2);
if (dataDir === undefined || port === undefined) throw new Error('a data directory and a port are expected');
const store = await openSqliteStore(dataDir);
let written: Promise<void> = Promise.resolve();
const hasty: SessionStore = {
  ...store,
  append: async (append) => {
    const later = Promise.all([written, sleep(200)]);
    written = later.then(() => store.append(append));
  },
};
const app = buildApp(plainInput({ store: hasty, dataDir }));
const listens = await app.listen(Number(port), '127.0.0.1');
console.log(`http://localhost:${listens}/host#${await app.door.secret()}`);
