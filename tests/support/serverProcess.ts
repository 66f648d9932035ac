import { startServer } from '../../server/main.ts';

/** A whole server in a child process, to be killed: `node serverProcess.ts <data directory> <port>`. */
const [dataDir, port] = process.argv.slice(2);
if (dataDir === undefined || port === undefined) throw new Error('a data directory and a port are expected');
const server = await startServer({
  dataDir,
  databaseUrl: null,
  peerUrl: null,
  port: Number(port),
  host: '127.0.0.1',
  logLevel: 'silent',
  publicUrl: null,
  trustProxy: false,
  backupDir: null,
  backsUp: false,
  hostPassword: null,
  metricsToken: null,
});
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)));
console.log(server.hostUrl);
