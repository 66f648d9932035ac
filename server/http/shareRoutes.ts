import { randomBytes } from 'node:crypto';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { isCancelled } from '#shared/session/topics/ending.ts';
import { joinCodeSchema } from '#shared/wire/api.ts';
import {
  MOST_SHARE_LINKS,
  type NewShareLink,
  type ShareLink,
  shareIdSchema,
  shareLinkBody,
  shareSecretSchema,
} from '#shared/wire/shareLinks.ts';
import { sha256 } from '../store/digest.ts';
import { withdrawShareLink } from '../store/erasureList.ts';
import type { ShareLinkGrant, StoredSession } from '../store/sessionStore.ts';
import { hostOnly, type HttpContext } from './context.ts';
import { askerOf } from './devices.ts';
import { refuse } from './errors.ts';
import { sessionLogText } from './sessionLogText.ts';
import { tokenOf } from './sessionRoutes.ts';

/** Read-only links to the records of ended sessions: the host makes and withdraws them, whoever has one reads. [decision 0078] */
export function shareRoutes(context: HttpContext): Router {
  const router = Router();
  const host = hostOnly(context);
  router.get('/library/:code/links', host, list(context));
  router.post('/library/:code/links', host, make(context));
  router.post('/library/:code/links/:id/withdraw', host, withdraw(context));
  router.get('/shared-record', read(context));
  return router;
}

function list(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const stored = await ended(context, request, response);
    if (stored !== null) response.json((await context.store.shareLinks(stored.id)).map(toHost));
  };
}

function make(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const body = shareLinkBody.safeParse(request.body);
    if (!body.success) return refuse(response, 400, 'malformed', 'names, or no names, is expected');
    const stored = await ended(context, request, response);
    if (stored === null) return;
    const { store, time } = context;
    if ((await store.shareLinks(stored.id)).length >= MOST_SHARE_LINKS)
      return refuse(response, 409, 'tooManyLinks', 'this record has as many links as are allowed');
    const secret = randomBytes(16).toString('base64url');
    const grant: ShareLinkGrant = {
      secretHash: sha256(secret),
      session: stored.id,
      names: body.data.names,
      madeMs: time.timeOfDay(),
    };
    await store.putShareLink(grant);
    response.status(201).json({ ...toHost(grant), secret } satisfies NewShareLink);
  };
}

function withdraw(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const { data: id } = shareIdSchema.safeParse(request.params['id']);
    const stored = await ended(context, request, response);
    if (stored === null) return;
    const { store, erasures } = context;
    if (id !== undefined) await withdrawShareLink({ store, list: erasures }, stored.id, id);
    response.json((await store.shareLinks(stored.id)).map(toHost));
  };
}

/** Sends the record to whoever brings the secret of a link to it: what everybody at the table could read. */
function read(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const { store, registry, failures, key } = context;
    const asker = askerOf(key, request);
    if (await failures.isBlocked(asker)) return refuse(response, 429, 'tooMany', 'too many wrong links');
    const { data: secret } = shareSecretSchema.safeParse(tokenOf(request));
    const link = secret === undefined ? null : await store.findShareLink(sha256(secret));
    const stored = link === null ? null : await store.byId(link.session);
    if (link === null || stored === null || stored.deletedMs !== null) {
      await failures.failed(asker);
      return refuse(response, 404, 'linkWithdrawn', 'this link leads nowhere, or was withdrawn');
    }
    const session = await registry.find(stored.code);
    if (session === null) return refuse(response, 409, 'sessionDamaged', 'the record is damaged');
    const { state } = session;
    if (state.phase.name !== 'ended' || isCancelled(state))
      return refuse(response, 403, 'notAllowed', 'the session has not ended');
    response.type('text/jsonl; charset=utf-8').setHeader('cache-control', 'no-store');
    response.send(await sessionLogText(store, session, { kind: 'watcher', names: link.names }));
  };
}

function toHost({ secretHash, names, madeMs }: ShareLinkGrant): ShareLink {
  return { id: secretHash, names, madeMs };
}

/** The ended session that a request names; answers the request and returns null for any other. */
async function ended(
  { store }: HttpContext,
  request: Request,
  response: Response,
): Promise<StoredSession | null> {
  const { data: code } = joinCodeSchema.safeParse(request.params['code']);
  const stored = code === undefined ? null : await store.byCode(code);
  if (stored === null) refuse(response, 404, 'unknownCode', 'there is no session with this code');
  else if (stored.status !== 'ended') refuse(response, 403, 'notAllowed', 'only ended sessions are shared');
  return stored?.status === 'ended' ? stored : null;
}
