import { chainHash } from '#shared/log/chain.ts';
import { sha256 } from '../../server/store/digest.ts';
import type { Append, NewSession, StoredLine } from '../../server/store/sessionStore.ts';

/** A session row as the store sees it; the store never reads a header. */
export function sampleSession(id: string, code: string, over: Partial<NewSession> = {}): NewSession {
  const headerHash = sha256(id);
  return { id, code, searchText: `Archipelago ${id}`, header: '{}', headerHash, created: 1, ...over };
}

/** Line `seq` of a session, chained to the previous hash. */
export function sampleLine(seq: number, previous: string, key = `key-${seq}`): StoredLine {
  const body = `{"seq":${seq},"key":"${key}"}`;
  return { seq, at: seq, key, hash: chainHash(previous, body, sha256), text: body };
}

/** Appends one line after `head`. */
export function appendOne(session: string, head: number, previous: string, key?: string): Append {
  return { session, expectedHead: head, lines: [sampleLine(head + 1, previous, key)], status: 'open' };
}
