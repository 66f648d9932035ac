import type { Client } from '@colyseus/core';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { isWaiting } from '#shared/session/topics/entry.ts';
import { seatOfDelegate } from '#shared/session/topics/table.ts';
import type { Asker } from '../lib/asker.ts';
import type { Identity } from './identity.ts';

/** Who is at a socket, and from behind which browser and address. */
export interface SocketAuth {
  readonly identity: Identity;
  readonly asker: Asker;
}

/** A socket in the room of a session. */
export type SessionClient = Client<{ auth: SocketAuth }>;

/** Somebody who only watches. */
export const OBSERVER: Identity = { kind: 'observer' };

/** Who a socket is; one that the framework let in without a token only watches. */
export function socketIdentity(client: SessionClient): Identity {
  return client.auth?.identity ?? OBSERVER;
}

/** From behind which browser and address a socket came. */
export function cameFrom(client: SessionClient): Asker {
  return client.auth?.asker ?? { device: null, address: 'unknown' };
}

/** The person at a socket; nobody where it is a host or only watches. */
export function personOf(identity: Identity): readonly string[] {
  return 'delegate' in identity ? [identity.delegate] : [];
}

/** The seat whose own part a socket receives; null where it is none's. */
export function ownPartOf(identity: Identity): string | null {
  return identity.kind === 'delegate' ? identity.seat : null;
}

/** Who asks: each person with all their devices, the host, and all who only watch together. */
export function askerKey(identity: Identity, room: string): string {
  return `${room} ${identity.kind === 'delegate' ? identity.delegate : identity.kind}`;
}

/** Whether a socket still belongs to the same person and seat as when it joined. */
export function isInPlace(state: SessionState, identity: Identity): boolean {
  if (identity.kind === 'delegate') return seatOfDelegate(state, identity.delegate) === identity.seat;
  if (identity.kind === 'waiting') return isWaiting(state, identity.delegate);
  return identity.kind === 'host' || state.entry.observers;
}
