import type { SessionClient } from './joined.ts';

/** The most malformed messages of one socket: our own pages send none, and a page of another version learns it from the first. */
export const MOST_MALFORMED = 30;

const counts = new WeakMap<SessionClient, number>();

/** Counts a malformed message of a socket; true if it was one too many and the socket must be closed. */
export function isOneTooMany(client: SessionClient): boolean {
  const count = (counts.get(client) ?? 0) + 1;
  counts.set(client, count);
  return count > MOST_MALFORMED;
}
