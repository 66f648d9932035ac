import type { RequestHandler } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { type Asker, countedAs } from '../lib/asker.ts';
import { KeptBack } from '../lib/keptBack.ts';
import type { FloodCount } from '../rooms/registryForRooms.ts';
import { askerOf } from './devices.ts';
import { isRefused } from './errors.ts';
import type { HostKey } from './hostKey.ts';

/** After this many refusals of one client within a span, further answers cost next to nothing. People at a page stay far below. */
const MOST_REFUSALS = 120;
const SPAN_SECONDS = 10;

/** A socket that had to be closed counts as this many refusals, because admitting it again costs as much. */
const CLOSED_SOCKET = 40;

/** Routes with limits of their own; a flood from the same address must not block the host there. */
const HOST_DOOR = /\/api\/host\/(?:enter|login)$/;

/** Requests of a loaded page; the pages themselves are always served, and they set the cookie. */
const ASKED = /\/(?:api|matchmake)\//;

/**
 * Tracks clients that flood this server: each browser by its cookie, and all clients without a cookie together by address, so that
 * a class behind the same address is not affected. A client with many refusals within seconds gets an immediate answer and no
 * further work. Kept in memory only, for the span.
 */
export class Floods implements FloodCount {
  readonly #refusals = new RateLimiterMemory({ points: MOST_REFUSALS, duration: SPAN_SECONDS });

  async socketClosed(asker: Asker): Promise<void> {
    await this.#refusals.penalty(countedAs(asker), CLOSED_SOCKET);
  }

  /** A place was kept for a socket that has not come yet; one that never comes costs as much as a refusal. */
  async placeKept(asker: Asker): Promise<void> {
    await this.#refusals.penalty(countedAs(asker), 1);
  }

  async placeTaken(asker: Asker): Promise<void> {
    await this.#refusals.reward(countedAs(asker), 1);
  }

  async refused(asker: Asker): Promise<void> {
    await this.#refusals.penalty(countedAs(asker), 1);
  }

  /** Whether this client must wait until the span ends, which began with its first refusal. */
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

/** Runs before all other middleware: counts refusals, and answers flooding clients late and without doing any work for them. */
export function floodGate(floods: Floods, key: HostKey, count: () => void): RequestHandler {
  const keptBack = new KeptBack();
  return async (request, response, next) => {
    if (!ASKED.test(request.path) || HOST_DOOR.test(request.path)) return next();
    const asker = askerOf(key, request);
    if (await floods.isShut(asker)) {
      count();
      const more = (await keptBack.wait()) ? {} : { Connection: 'close' };
      if (!response.destroyed) response.writeHead(429, { ...HEADERS, ...more }).end(ANSWER);
      return;
    }
    response.once('finish', () => {
      if (isRefused(response)) void floods.refused(asker);
    });
    next();
  };
}
