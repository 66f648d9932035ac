import { matchMaker } from '@colyseus/core';
import { buildApp } from '../../server/app.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { addPeer, folderOwnership } from './folderOwnership.ts';
import { plainInput } from './plainInput.ts';

/**
 * One of several servers, in a child process, because each needs a room framework of its own:
 * `node peerServer.ts <data directory> <folder of the ownership> [<public address>]`. The key in the data directory is the same
 * for all. It prints its address and its id.
 */
const [dataDir, folder, publicUrl] = process.argv.slice(2);
if (dataDir === undefined || folder === undefined) throw new Error('two folders are expected');
const app = buildApp(
  plainInput({
    store: memoryStore(),
    ownership: folderOwnership(folder, () => matchMaker.processId),
    dataDir,
    publicUrl: publicUrl ?? null,
    trustProxy: ['loopback'],
    metricsToken: 'a-token-of-the-monitoring',
  }),
);
// Whoever started it is gone.
process.stdin.resume().once('end', () => process.exit(1));
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
const address = `http://127.0.0.1:${await app.listen(0, '127.0.0.1')}`;
addPeer(folder, { id: matchMaker.processId, address });
console.log(`${address} ${matchMaker.processId} ${(await app.door.secret()) ?? ''}`);
