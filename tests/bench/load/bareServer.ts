import { once } from 'node:events';
import { createServer } from 'node:http';
import { peer } from '../peers.ts';
import { answerParent } from './child.ts';
import type { WebSocketLibrary, Socket } from './sockets.ts';

/**
 * The least a server could do: a message from one of a table is answered with a frame of a given size, and each so many-th
 * reaches all of the table as a frame of another. It judges nothing and keeps nothing.
 */
const [frameBytes = '200', answerBytes = '20', every = '1'] = process.argv.slice(2);
const frame = Buffer.alloc(Number(frameBytes), 15);
const answer = Buffer.alloc(Number(answerBytes), 22);
const { WebSocketServer } = peer('ws') as WebSocketLibrary;
const http = createServer();
const tables = new Map<string, Set<Socket>>();
const messages = new Map<string, number>();

new WebSocketServer({ server: http }).on('connection', (socket, request) => {
  const code = request.url ?? '';
  const table = tables.get(code) ?? new Set();
  tables.set(code, table.add(socket));
  socket.on('message', () => {
    socket.send(answer);
    messages.set(code, (messages.get(code) ?? 0) + 1);
    if ((messages.get(code) ?? 0) % Number(every) !== 0) return;
    for (const other of table) other.send(frame);
  });
  socket.on('close', () => void table.delete(socket));
});
http.listen(0, '127.0.0.1');
await once(http, 'listening');
const address = http.address();

answerParent({
  port: typeof address === 'object' && address !== null ? address.port : 0,
  open: async (count) =>
    Array.from({ length: count }, (_, table) => ({
      code: `table-${table}`,
      tokens: Array.from({ length: 12 }, () => ''),
    })),
  close: async () => http.closeAllConnections(),
});
