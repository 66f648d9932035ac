import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type HostKey, isSame } from './hostKey.ts';

/** The header by which a server tells another one whose request it passes on. */
export const PEER_HEADER = 'x-crossroads-peer';

/** A seal that was made longer ago, or will be made later, counts as none, ms. */
const VALID_MS = 60_000;

const sealedSchema = z.strictObject({ address: z.string(), atMs: z.number() });

/** What a seal is made for: one request at one moment. */
interface Sealed {
  readonly method: string;
  /** The path with the query, as it is sent. */
  readonly path: string;
  readonly atMs: number;
}

/** Requests that another server has passed on, with the address that they came from. */
const passedOn = new WeakMap<IncomingMessage, string>();

/** Seals a request to another server, with the address of whoever asks; only servers that share the key can. */
export function sealOn(key: HostKey, address: string, { method, path, atMs }: Sealed): string {
  const words = Buffer.from(JSON.stringify({ address, atMs })).toString('base64url');
  return `${words}.${signed(key, `${method} ${path} ${words}`)}`;
}

/** The address in the seal of a request; null without a valid one. */
export function addressSealedIn(key: HostKey, headers: IncomingHttpHeaders, request: Sealed): string | null {
  const seal = headers[PEER_HEADER];
  if (typeof seal !== 'string') return null;
  const [words = '', signature = ''] = seal.split('.');
  if (!isSame(signature, signed(key, `${request.method} ${request.path} ${words}`))) return null;
  const { data } = sealedSchema.safeParse(parsed(words));
  return data !== undefined && Math.abs(request.atMs - data.atMs) <= VALID_MS ? data.address : null;
}

/**
 * Believes another server that it passes a request on, and no one else: must come before everything that asks for the sender. What
 * a client sends under this name is dropped.
 */
export function sealedByPeers(key: HostKey, timeOfDay: () => number): RequestHandler {
  return (request, _response, next) => {
    const { headers, method, url: path } = request;
    const address = addressSealedIn(key, headers, { method, path, atMs: timeOfDay() });
    if (address !== null) passedOn.set(request, address);
    delete headers[PEER_HEADER];
    next();
  };
}

/** Where a request came from that another server has passed on; null for any other request. */
export function passedOnFrom(request: IncomingMessage): string | null {
  return passedOn.get(request) ?? null;
}

function signed(key: HostKey, words: string): string {
  return key.sign(`peer ${words}`).toString('base64url');
}

function parsed(words: string): unknown {
  try {
    return JSON.parse(Buffer.from(words, 'base64url').toString());
  } catch {
    return null;
  }
}
