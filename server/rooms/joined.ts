import { type Client, CloseCode } from '@colyseus/core';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { isWaiting } from '#shared/session/topics/entry.ts';
import { seatOfDelegate } from '#shared/session/topics/table.ts';
import type { Asker } from '../lib/asker.ts';
import type { Identity } from '#shared/run/identity.ts';

/** The identity at a socket, with its browser and address. */
export interface SocketAuth {
  readonly identity: Identity;
  readonly asker: Asker;
}

/** A socket in the room of a session. */
export type SessionClient = Client<{ auth: SocketAuth }>;

/** Somebody who only watches. */
export const OBSERVER: Identity = { kind: 'observer' };

/** The identity at a socket; a socket that the framework admitted without a token only watches. */
export function socketIdentity(client: SessionClient): Identity {
  return client.auth?.identity ?? OBSERVER;
}

/** The browser and address of a socket. */
export function cameFrom(client: SessionClient): Asker {
  return client.auth?.asker ?? { device: null, address: 'unknown' };
}

/** The person at a socket; null for a host or a watcher. */
export function personOf(identity: Identity): readonly string[] {
  return 'delegate' in identity ? [identity.delegate] : [];
}

/** The seat whose own part a socket receives; null if none. */
export function ownPartOf(identity: Identity): string | null {
  return identity.kind === 'delegate' ? identity.seat : null;
}

/** The asker of a question: each person with all their devices, the host, and all watchers together. */
export function askerKey(identity: Identity, room: string): string {
  return `${room} ${identity.kind === 'delegate' ? identity.delegate : identity.kind}`;
}

/** Whether a socket still belongs to the same person and seat as when it joined. */
export function isInPlace(state: SessionState, identity: Identity): boolean {
  if (identity.kind === 'delegate') return seatOfDelegate(state, identity.delegate) === identity.seat;
  if (identity.kind === 'waiting') return isWaiting(state, identity.delegate);
  return identity.kind === 'host' || state.entry.observers;
}

/** Closes every socket of a host among these. */
export function closeHost(clients: Iterable<SessionClient>, host: string): void {
  for (const client of clients) {
    const identity = socketIdentity(client);
    if (identity.kind === 'host' && identity.host === host) client.leave(CloseCode.MAY_TRY_RECONNECT);
  }
}
