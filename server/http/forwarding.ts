import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { joinCodeSchema } from '#shared/wire/api.ts';
import { type Ownership, type Peer, RunsElsewhere } from '../store/ownership.ts';
import { type HttpContext, isHost } from './context.ts';
import { askerOf } from './devices.ts';
import { answeredElsewhere, outOfReach, refuse } from './errors.ts';
import { passedOnFrom } from './peerSeal.ts';

/** How long a server is known to run a session before it is asked for again, ms. */
const KNOWN_MS = 1000;
const MOST_KNOWN = 5000;

/** The paths that name a session or an event by its code. */
const WITH_CODE = /^\/(?:matchmake\/[^/]+|api\/(?:sessions|events|library))\/([^/]+)/;

/**
 * Sends requests about a session to the server that runs it. Comes after the guards and before bodies are read. Where there is only
 * one server it does nothing.
 */
export function forwarding(context: HttpContext): {
  readonly byCode: RequestHandler;
  readonly byError: ErrorRequestHandler;
} {
  const runners = new Runners(context.ownership, context.time.now);
  return {
    byCode: async (request, response, next) => {
      const code = context.ownership.peers().length === 0 ? null : codeIn(request.path);
      if (code === null || isHere(context, code)) return next();
      if (await isBlockedGuess(context, request, code))
        return refuse(response, 429, 'tooMany', 'too many failed tries; wait a minute');
      const runner = await runners.of(code);
      if (runner === null) return next();
      context.failures.proved(askerOf(context.key, request), code);
      const status = await passOn(context, runner, request, response);
      if (status === null || status === 503) runners.forget(code);
    },
    byError: async (error: unknown, request, response, next) => {
      if (!(error instanceof RunsElsewhere) || response.headersSent) return next(error);
      await passOn(context, error.peer, request, response);
    },
  };
}

/** Who else runs which session, as known lately: a class that joins need not ask the database each time. */
class Runners {
  readonly #ownership: Pick<Ownership, 'runnerOf'>;
  readonly #now: () => number;
  readonly #known = new Map<string, { readonly peer: Peer; readonly untilMs: number }>();

  constructor(ownership: Pick<Ownership, 'runnerOf'>, now: () => number) {
    this.#ownership = ownership;
    this.#now = now;
  }

  async of(code: string): Promise<Peer | null> {
    const known = this.#known.get(code);
    if (known !== undefined && known.untilMs > this.#now()) return known.peer;
    const peer = await this.#ownership.runnerOf(code);
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    if (peer === null) this.#known.delete(code);
    else this.#known.set(code, { peer, untilMs: this.#now() + KNOWN_MS });
    return peer;
  }

  forget(code: string): void {
    this.#known.delete(code);
  }
}

/** A request goes from server to server once at most, and a server that stops passes none on. Resolves as `PeerLink.passOn`. */
async function passOn(
  { peerLink, isDraining }: HttpContext,
  peer: Peer,
  request: Request,
  response: Response,
): Promise<number | null> {
  const mayGoOn = passedOnFrom(request) === null && !isDraining();
  const status = mayGoOn ? await peerLink.passOn(peer, request, response, { read: readOf(request) }) : null;
  if (status === null) outOfReach(response);
  else answeredElsewhere(response);
  return status;
}

function isHere({ registry, gatherings }: HttpContext, code: string): boolean {
  if (registry.sessionOf(code) !== null) return true;
  const gathering = gatherings.all().find((one) => one.code === code);
  return gathering !== undefined && gatherings.awake(gathering).length > 0;
}

/** Whoever guesses codes and must wait is not told which of them other servers know. */
async function isBlockedGuess(context: HttpContext, request: Request, code: string): Promise<boolean> {
  const { failures, key } = context;
  const asker = askerOf(key, request);
  if (failures.hasProved(asker, code) || !(await failures.isBlocked(asker))) return false;
  return !(await isHost(context, request));
}

function codeIn(path: string): string | null {
  const [, part] = WITH_CODE.exec(path) ?? [];
  if (part === undefined) return null;
  return joinCodeSchema.safeParse(decoded(part)).data ?? null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** The body of a request as it was read; null if nobody has read it. */
function readOf({ body }: Request): string | null {
  const read: unknown = body;
  if (read === undefined) return null;
  return typeof read === 'string' ? read : JSON.stringify(read);
}
