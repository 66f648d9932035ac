import { buildApp } from '../../server/app.ts';
import { openSharedStore } from '../../server/store/postgres/postgresStore.ts';
import { type SessionStore, StoreError } from '../../server/store/sessionStore.ts';
import { plainInput } from './plainInput.ts';

/**
 * The negative control of several servers, in a child process: the same server over a store that acknowledges a line although the
 * fence has refused it, and deaf to the news that others have its sessions. `node heedlessServer.ts <port>`, with `DATABASE_URL`,
 * `DATA_DIR` and `METRICS_TOKEN` as the program has them.
 */
const [port] = process.argv.slice(2);
const { DATABASE_URL: url, DATA_DIR: dataDir, METRICS_TOKEN: metricsToken } = process.env;
if (port === undefined || url === undefined || dataDir === undefined)
  throw new Error('a port, a database and a data directory are expected');
const { store, ownership } = await openSharedStore(url, () => undefined);
ownership.onLost = () => undefined;
const heedless: SessionStore = {
  ...store,
  append: async (append) =>
    store.append(append).catch((error: unknown) => {
      if (!(error instanceof StoreError && error.code === 'fenced')) throw error;
    }),
};
const app = buildApp(
  plainInput({
    store: heedless,
    ownership,
    dataDir,
    trustProxy: ['loopback'],
    metricsToken: metricsToken ?? null,
  }),
);
const listens = await app.listen(Number(port), '127.0.0.1');
console.log(`http://localhost:${listens}/host#${await app.door.secret()}`);
