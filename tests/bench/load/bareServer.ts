import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../../../server/store/digest.ts';
import { openSqliteStore } from '../../../server/store/sqlite.ts';
import { peer } from '../peers.ts';
import { answerParent } from './child.ts';
import type { WebSocketLibrary, Socket } from './sockets.ts';

/**
 * The minimal server: answers a message from a table with a frame of a given size, and sends each n-th answer to the whole table
 * as a frame of another size. It judges nothing and stores nothing unless asked to: then each message is durable in our store
 * before the answer.
 */
const [frameBytes = '200', answerBytes = '20', every = '1', keeps = '0'] = process.argv.slice(2);
/** About the length of a sealed order's line. */
const LINE = 'x'.repeat(420);
const frame = Buffer.alloc(Number(frameBytes), 15);
const answer = Buffer.alloc(Number(answerBytes), 22);
const { WebSocketServer } = peer('ws') as WebSocketLibrary;
const http = createServer();
const tables = new Map<string, Set<Socket>>();
const messages = new Map<string, number>();

const dataDir = keeps === '1' ? mkdtempSync(join(tmpdir(), 'crossroads-bench-')) : null;
const store = dataDir === null ? null : await openSqliteStore(dataDir);
const heads = new Map<string, Promise<number>>();

/** Appends a line to the log of a table, after the previous ones. */
async function keep(code: string, before: Promise<number>): Promise<number> {
  const head = await before;
  const line = { seq: head + 1, at: Date.now(), key: `a-command-${head}`, hash: sha256(LINE), text: LINE };
  await store?.append({ session: code, expectedHead: head, status: 'open', lines: [line] });
  return head + 1;
}

async function hear(code: string, socket: Socket, table: ReadonlySet<Socket>): Promise<void> {
  if (store !== null) {
    const kept = keep(code, heads.get(code) ?? Promise.resolve(0));
    heads.set(code, kept);
    await kept;
  }
  socket.send(answer);
  messages.set(code, (messages.get(code) ?? 0) + 1);
  if ((messages.get(code) ?? 0) % Number(every) !== 0) return;
  for (const other of table) other.send(frame);
}

new WebSocketServer({ server: http }).on('connection', (socket, request) => {
  const code = (request.url ?? '').slice(1);
  const table = tables.get(code) ?? new Set();
  tables.set(code, table.add(socket));
  socket.on('message', () => void hear(code, socket, table));
  socket.on('close', () => void table.delete(socket));
});
http.listen(0, '127.0.0.1');
await once(http, 'listening');
const address = http.address();

answerParent({
  port: typeof address === 'object' && address !== null ? address.port : 0,
  open: async (count) => {
    const codes = Array.from({ length: count }, (_, table) => `table-${table}`);
    for (const code of codes)
      await store?.create({
        id: code,
        code,
        searchText: '',
        header: LINE,
        headerHash: sha256(LINE),
        created: 0,
      });
    return codes.map((code) => ({ code, tokens: Array.from({ length: 12 }, () => '') }));
  },
  close: async () => {
    http.closeAllConnections();
    await store?.close();
    if (dataDir !== null) rmSync(dataDir, { recursive: true, force: true });
  },
});
