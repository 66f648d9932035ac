/** The most bytes that may wait for a socket to read them: about ten whole tables. */
export const MOST_UNREAD_BYTES = 512 * 1024;

/** A socket, with the frames that the framework keeps for it until it says that it is in; none from then on. */
interface Joining {
  readonly _enqueuedMessages?: readonly unknown[] | undefined;
  readonly ref: object;
}

/**
 * Cuts sockets off that have joined and never say that they are in, once too much waits for them: until they say so, the
 * framework keeps every answer they ask for in memory.
 */
export function cutOffUnread(clients: Iterable<Joining>): void {
  // A socket that is asked to close may take its time, and go on asking.
  for (const { _enqueuedMessages: frames = [], ref } of clients)
    if (bytesOf(frames) > MOST_UNREAD_BYTES && 'terminate' in ref && typeof ref.terminate === 'function')
      ref.terminate();
}

function bytesOf(frames: readonly unknown[]): number {
  return frames.reduce<number>((sum, frame) => sum + (ArrayBuffer.isView(frame) ? frame.byteLength : 0), 0);
}
