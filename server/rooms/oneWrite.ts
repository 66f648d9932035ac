import type { EventEmitter } from 'node:events';
import { Socket } from 'node:net';

/** A web socket, with the socket under it. */
interface OverSocket extends EventEmitter {
  readonly _socket?: unknown;
}

/**
 * Sends the frames that a socket is given in the current turn of the program, answers included, with one write: the system call
 * costs more than the frames.
 */
export function inOneWrite({ ref }: { readonly ref: OverSocket }): void {
  const { _socket: socket } = ref;
  if (!(socket instanceof Socket)) return;
  socket.cork();
  process.nextTick(() => socket.uncork());
}
