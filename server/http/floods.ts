import type { RequestHandler } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { type Asker, countedAs } from '../lib/asker.ts';
import type { FloodCount } from '../rooms/registryForRooms.ts';
import { askerOf } from './devices.ts';
import type { HostKey } from './hostKey.ts';

/** So many refusals of one asker within a span, and the next ones are cheap. Hands at a page come nowhere near. */
const MOST_REFUSALS = 120;
const SPAN_SECONDS = 10;

/** A socket that had to be closed weighs as much as so many refusals: it costs as much to let it in again. */
const CLOSED_SOCKET = 40;

/** Doors with limits of their own, at which nobody's flood may stand in the host's way. */
const HOST_DOOR = /\/api\/host\/(?:enter|login)$/;

/** What a page asks for once it is loaded; pages themselves are always served, and bring the cookie. */
const ASKED = /\/(?:api|matchmake)\//;

/**
 * Who floods this server: each browser by its cookie, and by their address all who bring none, so that a class behind the same
 * address goes on. Who was refused very often within seconds is answered at once and nothing else is done for it. Kept in memory
 * only, and for the span.
 */
export class Floods implements FloodCount {
  readonly #refusals = new RateLimiterMemory({ points: MOST_REFUSALS, duration: SPAN_SECONDS });

  async socketClosed(asker: Asker): Promise<void> {
    await this.#refusals.penalty(countedAs(asker), CLOSED_SOCKET);
  }

  async refused(asker: Asker): Promise<void> {
    await this.#refusals.penalty(countedAs(asker), 1);
  }

  /** Whether this asker has to wait until the span is over, which begins with its first refusal. */
  async isShut(asker: Asker): Promise<boolean> {
    const known = await this.#refusals.get(countedAs(asker));
    return (known?.consumedPoints ?? 0) >= MOST_REFUSALS;
  }
}

const ANSWER = JSON.stringify({
  code: 'tooMany',
  message: 'too many requests were refused; wait ten seconds',
});
const HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  'Content-Length': Buffer.byteLength(ANSWER),
  'Cache-Control': 'no-store',
  'Retry-After': String(SPAN_SECONDS),
  'X-Content-Type-Options': 'nosniff',
};

/** Before everything else: counts what is refused, and answers who floods without doing anything for them. */
export function floodGate(floods: Floods, key: HostKey, count: () => void): RequestHandler {
  return async (request, response, next) => {
    if (!ASKED.test(request.path) || HOST_DOOR.test(request.path)) return next();
    const asker = askerOf(key, request);
    if (await floods.isShut(asker)) {
      count();
      response.writeHead(429, HEADERS).end(ANSWER);
      return;
    }
    response.once('finish', () => {
      if (response.statusCode >= 400) void floods.refused(asker);
    });
    next();
  };
}
