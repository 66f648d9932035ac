import type { RequestHandler } from 'express';
import type { Asker } from '../lib/asker.ts';
import type { FloodCount } from '../rooms/registryForRooms.ts';
import { askerOf } from './devices.ts';
import type { HostKey } from './hostKey.ts';

/** So many refusals of one asker within a span, and the next ones are cheap. Hands at a page come nowhere near. */
const MOST_REFUSALS = 120;
const SPAN_MS = 10_000;

/** A socket that had to be closed weighs as much as so many refusals: it costs as much to let it in again. */
const CLOSED_SOCKET = 40;

/** Doors with limits of their own, at which nobody's flood may stand in the host's way. */
const HOST_DOOR = /\/api\/host\/(?:enter|login)$/;

/** What a page asks for once it is loaded; pages themselves are always served, and bring the cookie. */
const ASKED = /\/(?:api|matchmake)\//;

/**
 * Who floods this server: each browser by its cookie, and by their address all who bring none, so that a class behind the same
 * address goes on. Who was refused very often within seconds is answered at once and nothing else is done for it.
 */
export class Floods implements FloodCount {
  readonly #now: () => number;
  #counts = new Map<string, number>();
  #span = -1;

  /** `now` in ms, never backwards. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  socketClosed(asker: Asker): void {
    this.#count(asker, CLOSED_SOCKET);
  }

  refused(asker: Asker): void {
    this.#count(asker, 1);
  }

  /** Whether this asker has to wait until the span is over. */
  isShut(asker: Asker): boolean {
    this.#begin();
    return (this.#counts.get(keyOf(asker)) ?? 0) >= MOST_REFUSALS;
  }

  #count(asker: Asker, weight: number): void {
    this.#begin();
    const key = keyOf(asker);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + weight);
  }

  #begin(): void {
    const span = Math.floor(this.#now() / SPAN_MS);
    if (span !== this.#span) this.#counts = new Map();
    this.#span = span;
  }
}

function keyOf({ device, address }: Asker): string {
  return device === null ? `address ${address}` : `device ${device}`;
}

const ANSWER = JSON.stringify({
  code: 'tooMany',
  message: 'too many requests were refused; wait ten seconds',
});
const HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  'Content-Length': Buffer.byteLength(ANSWER),
  'Cache-Control': 'no-store',
  'Retry-After': String(SPAN_MS / 1000),
  'X-Content-Type-Options': 'nosniff',
};

/** Before everything else: counts what is refused, and answers who floods without doing anything for them. */
export function floodGate(floods: Floods, key: HostKey, count: () => void): RequestHandler {
  return (request, response, next) => {
    if (!ASKED.test(request.path) || HOST_DOOR.test(request.path)) return next();
    const asker = askerOf(key, request);
    if (floods.isShut(asker)) {
      count();
      response.writeHead(429, HEADERS).end(ANSWER);
      return;
    }
    response.once('finish', () => {
      if (response.statusCode >= 400) floods.refused(asker);
    });
    next();
  };
}
