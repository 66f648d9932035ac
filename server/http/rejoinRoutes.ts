import { type Request, type RequestHandler, Router } from 'express';
import { type RejoinCard, rejoinBody } from '#shared/wire/api.ts';
import { CODE_ALPHABET, REJOIN_LENGTH } from '#shared/wire/codes.ts';
import type { LiveSession } from '../live/session.ts';
import type { HttpContext } from './context.ts';
import { askerOf } from './devices.ts';
import { refuse } from './errors.ts';
import { type HostKey, isSame } from './hostKey.ts';
import { peopleIn } from './presses.ts';
import { passAgain } from './seating.ts';
import { known, tokenOf } from './sessionRoutes.ts';

/** Lets a person return to their seat on another device: with a short code of their own, shown only to them. */
export function rejoinRoutes(context: HttpContext): Router {
  const router = Router();
  router.get('/sessions/:code/rejoin', tellCode(context));
  router.post('/sessions/:code/rejoin', comeBack(context));
  return router;
}

/**
 * The code of one person in one session: eight symbols derived from the server's key. It is stored nowhere, so nobody can steal
 * it, and every device of the person shows the same one.
 */
export function rejoinCode(key: HostKey, session: string, delegate: string): string {
  const bytes = key.sign(`rejoin ${session} ${delegate}`).subarray(0, REJOIN_LENGTH);
  return Array.from(bytes, (byte) => CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length)).join('');
}

function tellCode(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const session = await known(context, request, response);
    if (session === null) return;
    const identity = await identityIn(context, request, session);
    if (identity === null) {
      await context.failures.failed(askerOf(context.key, request));
      return refuse(response, 403, 'badToken', 'this is for who has a seat');
    }
    const code = rejoinCode(context.key, session.id, identity);
    response.json({ code } satisfies RejoinCard);
  };
}

/** A seat never refuses its own person, however full the session is and even if it is closed to others. */
function comeBack(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const body = rejoinBody.safeParse(request.body);
    const session = await known(context, request, response, 'more');
    if (session === null) return;
    const person = body.success ? personWith(context.key, session, body.data.code) : null;
    if (person === null) {
      await context.failures.failed(askerOf(context.key, request));
      return refuse(response, 403, 'wrongRejoin', 'nobody in this session has this code');
    }
    response.status(201).json(await passAgain(context.registry, session, person));
  };
}

/** The person of a session who has this code; null if nobody has. */
export function personWith(key: HostKey, session: LiveSession, code: string): string | null {
  return peopleIn(session.state).find((id) => isSame(rejoinCode(key, session.id, id), code)) ?? null;
}

async function identityIn(
  { registry }: HttpContext,
  request: Request,
  session: LiveSession,
): Promise<string | null> {
  const token = tokenOf(request);
  const identity = token === null ? null : await registry.identify(token);
  if (identity === null || identity.kind === 'observer' || identity.kind === 'host') return null;
  return identity.session === session.id ? identity.delegate : null;
}
