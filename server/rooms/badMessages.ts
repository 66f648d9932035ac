import type { SessionClient } from './joined.ts';

/** Most malformed messages of one socket: our own pages send none, and a page of another version is told so by the first. */
export const MOST_MALFORMED = 30;

const counts = new WeakMap<SessionClient, number>();

/** Counts a malformed message of a socket; whether it was one too many, so that the socket is to be closed. */
export function isOneTooMany(client: SessionClient): boolean {
  const count = (counts.get(client) ?? 0) + 1;
  counts.set(client, count);
  return count > MOST_MALFORMED;
}
