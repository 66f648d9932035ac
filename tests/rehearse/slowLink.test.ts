import { createServer, connect } from 'node:net';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { slowLink } from '../../server/rehearse/slowLink.ts';

async function echo(): Promise<{ readonly url: URL; close: () => void }> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: new URL(`http://127.0.0.1:${port}`), close: () => void server.close() };
}

test('a bad link delivers every byte in its order, only later', async () => {
  const far = await echo();
  const link = await slowLink(far.url, { roundTripMs: 40, loss: 0 }, () => 0.5);
  const socket = connect(Number(new URL(link.origin).port), '127.0.0.1');
  let heard = '';
  socket.on('data', (piece: Buffer) => {
    heard += piece.toString();
  });
  const start = performance.now();
  for (const word of ['one ', 'two ', 'three']) socket.write(word);
  while (heard.length < 13) await once(socket, 'data');
  expect(heard).toBe('one two three');
  expect(performance.now() - start).toBeGreaterThan(35);
  socket.destroy();
  await link.close();
  far.close();
});

test('a cut ends open connections and allows new ones', async () => {
  const far = await echo();
  const link = await slowLink(far.url, { roundTripMs: 2, loss: 0 }, () => 0.5);
  const port = Number(new URL(link.origin).port);
  const first = connect(port, '127.0.0.1');
  first.on('error', () => undefined);
  await once(first, 'connect');
  first.write('x');
  await once(first, 'data');
  link.cut();
  await once(first, 'close');
  const second = connect(port, '127.0.0.1');
  second.write('again');
  const [piece]: unknown[] = await once(second, 'data');
  expect(String(piece)).toBe('again');
  second.destroy();
  await link.close();
  far.close();
});
