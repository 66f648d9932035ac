import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectSafely } from 'node:tls';
import { Protocol } from '@colyseus/sdk';

/** A live connection that is never read from. */
export interface UnreadSocket {
  /** Asks the room what it does not know, whose answer repeats the question, and says with it that it is alive. */
  ask(): void;
  close(): void;
}

/** The first byte of a frame: its only part, of bytes; a sign of life. */
const BYTES = 0x82;
const ALIVE = 0x8a;

/** A name of a question, as long as a message may be, with its length before it: a text of 16 bits of length. */
const QUESTION = [0xda, 0x00, 0x1e, ...Buffer.alloc(0x1e_00, 'x')];

/**
 * Joins a session as somebody who watches, by the bytes of the wire, and reads nothing from then on. `saysIn` says to the room
 * that it is in, as a page does at once. `url` may have a path, and any certificate is believed.
 */
export async function openUnread(url: string, code: string, saysIn: boolean): Promise<UnreadSocket> {
  const headers = { 'content-type': 'application/json' };
  const asked = { method: 'POST', headers, body: '{"token":null}' };
  const place = await (await fetch(`${url}/matchmake/joinById/${code}`, asked)).json();
  const { hostname, port, protocol, pathname } = new URL(url);
  const at = { host: hostname, port: Number(port), rejectUnauthorized: false };
  const socket = protocol === 'https:' ? connectSafely({ ...at, servername: hostname }) : connect(at);
  // That it is closed by the other end is what is looked for.
  socket.on('error', () => undefined);
  await once(socket, protocol === 'https:' ? 'secureConnect' : 'connect');
  const path = `${pathname.replace(/\/$/, '')}/${place.processId}/${place.roomId}?sessionId=${place.sessionId}`;
  socket.write(
    [
      `GET ${path} HTTP/1.1`,
      `Host: ${hostname}:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      '\r\n',
    ].join('\r\n'),
  );
  const [answer]: Buffer[] = await once(socket, 'data');
  if (answer?.includes('101 Switching') !== true) throw new Error(`no live connection: ${String(answer)}`);
  socket.pause();
  if (saysIn) socket.write(frame(BYTES, [Protocol.JOIN_ROOM]));
  return unread(socket);
}

function unread(socket: Socket): UnreadSocket {
  let number = 0;
  return {
    ask: () => {
      number = (number + 1) % 100;
      socket.write(frame(ALIVE, []));
      socket.write(frame(BYTES, [Protocol.ROOM_REQUEST, number, ...QUESTION]));
    },
    close: () => socket.destroy(),
  };
}

/** A frame as browsers send it, masked with noughts. */
function frame(kind: number, bytes: readonly number[]): Buffer {
  const length = bytes.length < 126 ? [bytes.length] : [126, bytes.length >> 8, bytes.length & 0xff];
  return Buffer.from([kind, 0x80 | (length[0] ?? 0), ...length.slice(1), 0, 0, 0, 0, ...bytes]);
}
