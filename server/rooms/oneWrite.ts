import { Socket } from 'node:net';

/**
 * Sends the frames that a socket is given in the current turn of the program, answers included, with one write: the system call
 * costs more than the frames.
 */
export function inOneWrite({ ref }: { readonly ref: object }): void {
  const socket = '_socket' in ref ? ref._socket : null;
  if (!(socket instanceof Socket)) return;
  socket.cork();
  process.nextTick(() => socket.uncork());
}
