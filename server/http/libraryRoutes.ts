import { CloseCode } from '@colyseus/core';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { joinCodeSchema } from '#shared/wire/api.ts';
import {
  descriptionBody,
  eraseBody,
  LIBRARY_PAGE,
  type LibraryPage,
  type LibraryState,
  libraryQuery,
  MOST_IMPORT_BYTES,
  retentionBody,
} from '#shared/wire/library.ts';
import { checkedBeside } from '../store/checkedBeside.ts';
import { markDeleted } from '../store/erasureList.ts';
import { eraseWords, peopleWithWords } from '../store/eraseWords.ts';
import { type ImportFault, keepRecord } from '../store/importedRecord.ts';
import { keepFor, keptDaysIn } from '../store/retention.ts';
import type { SessionQuery, StoredSession } from '../store/sessionStore.ts';
import { hostOnly, type HttpContext } from './context.ts';
import { refuse } from './errors.ts';
import { IMPORT_PATH } from './guards.ts';
import { awakeElsewhere } from './peerLive.ts';
import { libraryItem } from './sessionItems.ts';

/** The host's library: the sessions kept on this server and what the host can do with them. */
export function libraryRoutes(context: HttpContext): Router {
  const router = Router();
  const host = hostOnly(context);
  const text = express.text({ type: 'text/plain', limit: MOST_IMPORT_BYTES });
  router.get('/library', host, find(context));
  router.get('/library-retention', host, retention(context));
  router.put('/library-retention', host, setRetention(context));
  router.post(IMPORT_PATH, host, text, importRecord(context));
  router.put('/library/:code', host, describe(context));
  router.get('/library/:code/people', host, people(context));
  router.post('/library/:code/delete', host, setDeleted(context, true));
  router.post('/library/:code/restore', host, setDeleted(context, false));
  router.post('/library/:code/erase', host, erase(context));
  return router;
}

const queries: Readonly<Record<LibraryState, Omit<SessionQuery, 'limit'>>> = {
  all: { deleted: false, practice: false },
  open: { deleted: false, practice: false, status: 'open' },
  ended: { deleted: false, practice: false, status: 'ended' },
  cancelled: { deleted: false, practice: false, status: 'cancelled' },
  practice: { deleted: false, practice: true },
  deleted: { deleted: true },
};

function find(context: HttpContext): RequestHandler {
  const { registry, store, gatherings } = context;
  return async (request, response) => {
    const asked = libraryQuery.safeParse(request.query);
    if (!asked.success) return refuse(response, 400, 'malformed', 'a search is expected');
    const { search, state, order, from, before, page } = asked.data;
    const query = {
      ...queries[state],
      search,
      order,
      ...(from === undefined ? {} : { fromMs: from }),
      ...(before === undefined ? {} : { beforeMs: before }),
    };
    const [found, total, elsewhere] = await Promise.all([
      store.list({ ...query, limit: LIBRARY_PAGE, offset: (page - 1) * LIBRARY_PAGE }),
      store.count(query),
      awakeElsewhere(context),
    ]);
    await gatherings.placesOf(found.map(({ id }) => id));
    const awake = { registry, gatherings, elsewhere };
    const items = await Promise.all(found.map((stored) => libraryItem(awake, stored)));
    response.json({ items, total } satisfies LibraryPage);
  };
}

function describe(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const body = descriptionBody.safeParse(request.body);
    if (!body.success) return refuse(response, 400, 'malformed', 'a name, a note and tags are expected');
    const stored = await kept(context, request, response);
    if (stored === null) return;
    await context.store.describe(stored.id, body.data);
    response.json(body.data);
  };
}

function setDeleted(context: HttpContext, isDeleted: boolean): RequestHandler {
  return async (request, response) => {
    const stored = await kept(context, request, response);
    if (stored === null) return;
    const { store, registry, erasures, time } = context;
    const deletedMs = isDeleted ? time.timeOfDay() : null;
    await markDeleted({ store, list: erasures }, stored, deletedMs);
    if (isDeleted) await registry.rest(stored.code, CloseCode.CONSENTED);
    response.json({ deletedMs });
  };
}

function people(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const stored = await kept(context, request, response);
    if (stored !== null) response.json(await peopleWithWords(context.store, stored.id));
  };
}

function erase(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const body = eraseBody.safeParse(request.body);
    if (!body.success) return refuse(response, 400, 'malformed', 'a person, or null, is expected');
    const stored = await kept(context, request, response);
    if (stored === null) return;
    const { store, registry, erasures } = context;
    const erased = await eraseWords({ store, list: erasures }, stored, body.data.delegate);
    const isAwake = registry.sessionOf(stored.code) !== null;
    // Everybody reconnects to the session as it is kept now: without these words.
    if (isAwake) await registry.rest(stored.code, CloseCode.MAY_TRY_RECONNECT);
    if (isAwake) await registry.find(stored.code);
    response.json({ erased });
  };
}

function importRecord({ store, erasures, time }: HttpContext): RequestHandler {
  return async (request, response) => {
    const { body, query } = request;
    if (typeof body !== 'string')
      return refuse(response, 400, 'malformed', 'the text of a record is expected');
    const file = typeof query['file'] === 'string' ? query['file'].slice(0, 200) : '';
    const checked = await checkedBeside(body);
    if (!checked.ok) return refuseImport(response, checked.failure);
    const origin = { file, atMs: time.timeOfDay() };
    const code = await keepRecord({ store, list: erasures }, checked.value, origin);
    if (!code.ok) return refuseImport(response, code.failure);
    response.status(201).json({ code: code.value });
  };
}

/** The message adds what the code alone does not say: the place of the fault, or the code of the existing session. */
function refuseImport(response: Response, failure: ImportFault): void {
  if (failure.why === 'faulty') refuse(response, 422, 'badRecord', failure.fault.where);
  else if (failure.why === 'unfinished') refuse(response, 422, 'recordUnfinished', 'it has not ended');
  else refuse(response, 409, 'recordKnown', failure.code);
}

function retention({ store }: HttpContext): RequestHandler {
  return async (_request, response) => {
    response.json({ days: await keptDaysIn(store) });
  };
}

function setRetention({ store }: HttpContext): RequestHandler {
  return async (request, response) => {
    const body = retentionBody.safeParse(request.body);
    if (!body.success) return refuse(response, 400, 'malformed', 'a number of days, or null, is expected');
    await keepFor(store, body.data.days);
    response.json(body.data);
  };
}

/** The kept session that a request names, including a deleted one; answers the request and returns null if there is none. */
async function kept(
  { store }: HttpContext,
  request: Request,
  response: Response,
): Promise<StoredSession | null> {
  const { data: code } = joinCodeSchema.safeParse(request.params['code']);
  const [stored] = code === undefined ? [] : await store.list({ code, limit: 1 });
  if (stored === undefined) refuse(response, 404, 'unknownCode', 'there is no session with this code');
  return stored ?? null;
}
