import { randomBytes } from 'node:crypto';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { CopyReader } from '#shared/log/copyTexts.ts';
import { isCancelled } from '#shared/session/topics/ending.ts';
import { joinCodeSchema, takeSeatBody } from '#shared/wire/api.ts';
import type { LiveSession } from '../live/session.ts';
import { leadOf } from '../rooms/lead.ts';
import { soundPart } from '../store/soundRecord.ts';
import { joinCard } from './cards.ts';
import { HOST, hostOfTable } from './coHosts.ts';
import { type HttpContext, isHost } from './context.ts';
import { askerOf } from './devices.ts';
import { refuse } from './errors.ts';
import { sessionLogText } from './sessionLogText.ts';
import { ok } from '#shared/lib/result.ts';
import { newcomer, pressesIn } from './presses.ts';
import { letIn } from './places.ts';
import { passAgain } from './seating.ts';

/** Routes for people with a session's code: look at it, take a seat, save its log. */
export function sessionRoutes(context: HttpContext): Router {
  const router = Router();
  router.get('/sessions/:code', look(context));
  router.post('/sessions/:code/seats', sitDown(context));
  router.get('/sessions/:code/log', takeLog(context));
  return router;
}

function look(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const session = await known(context, request, response);
    if (session === null) return;
    const stored = await context.store.byId(session.id);
    const card = joinCard(session.code, session.state, stored?.keepDays ?? null);
    const place = await context.gatherings.placeOf(session.id);
    response.json(place === null ? card : { ...card, event: place.gathering.code });
  };
}

function sitDown(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const body = takeSeatBody.safeParse(request.body);
    if (!body.success) return refuse(response, 400, 'malformed', 'a seat and a name are expected');
    const session = await known(context, request, response);
    if (session === null) return;
    if (session.state.basis.options.practice) {
      return refuse(response, 403, 'notAllowed', 'a practice session has one seat for people');
    }
    const { seat, name, wait, key } = body.data;
    const asker = askerOf(context.key, request);
    const seated = await pressesIn(session).oncePer(key, async () => {
      const person = newcomer(context.key, session, key);
      if (person.isHere) return ok(await passAgain(context.registry, session, person.delegate));
      return letIn(context.registry, session, { seat, name, wait, delegate: person.delegate, asker });
    });
    if (seated.ok) response.status(201).json(seated.value);
    else refuse(response, seated.failure.status, seated.failure.code, seated.failure.message);
  };
}

function takeLog(context: HttpContext): RequestHandler {
  return async (request, response) => {
    if (await isDamagedPartSent(context, request, response)) return;
    const session = await known(context, request, response);
    if (session === null) return;
    const reader = await readerOf(context, request, session);
    if (reader === null) {
      await context.failures.failed(askerOf(context.key, request));
      return refuse(response, 403, 'badToken', 'the log is for the host, and after the end for participants');
    }
    if (reader.kind === 'host' && session.state.phase.name !== 'ended')
      await noteExport(session, await hostOfTable(context, request));
    response.attachment(`crossroads-${session.code}.jsonl`).type('text/jsonl; charset=utf-8');
    response.send(await sessionLogText(context.store, session, reader));
  };
}

/** Sends the host the readable part of a damaged session; false if there is no such session or somebody else asks. */
async function isDamagedPartSent(
  context: HttpContext,
  request: Request,
  response: Response,
): Promise<boolean> {
  const { data: code } = joinCodeSchema.safeParse(request.params['code']);
  if (code === undefined || !(await isHost(context, request))) return false;
  const record = await context.registry.damagedRecord(code);
  const part = record === null ? null : soundPart(record);
  if (part === null) return false;
  response.attachment(`crossroads-${code}-damaged.jsonl`).type('text/jsonl; charset=utf-8');
  response.send(part);
  return true;
}

/** Sessions whose record does not yet say that the host has downloaded it. */
const owed = new WeakSet<LiveSession>();

/**
 * While a session runs, the record notes each download by the host. If that cannot be written (a full disk is when a copy is
 * needed most), the note follows the next line that can be. [contracts: the record]
 */
async function noteExport(session: LiveSession, by: string | null): Promise<void> {
  const actor = { kind: 'host', host: by ?? HOST } as const;
  const key = `export-${randomBytes(9).toString('base64url')}`;
  const outcome = await session.submit(actor, key, { type: 'noteExport' });
  if (outcome.ok || outcome.refusal.code !== 'notStored' || owed.has(session)) return;
  owed.add(session);
  const stop = session.subscribe(() => {
    stop();
    owed.delete(session);
    void noteExport(session, by);
  });
}

/**
 * The session of a request. An unknown code counts against its sender. A code that the address has used before is no guess, unless
 * `guessable` says that another part of the request may be one.
 */
export async function known(
  context: HttpContext,
  request: Request,
  response: Response,
  guessable: 'code' | 'more' = 'code',
): Promise<LiveSession | null> {
  const asker = askerOf(context.key, request);
  const { data: code } = joinCodeSchema.safeParse(request.params['code']);
  const isGuess = guessable === 'more' || code === undefined || !context.failures.hasProved(asker, code);
  if (isGuess && (await context.failures.isBlocked(asker))) {
    refuse(response, 429, 'tooMany', 'too many wrong codes; wait a minute');
    return null;
  }
  const session = code === undefined ? null : await context.registry.find(code);
  if (session !== null) {
    context.failures.proved(asker, session.code);
    return session;
  }
  if (code !== undefined && (await isDamaged(context, code))) {
    refuse(response, 409, 'sessionDamaged', 'the record of this session is damaged, so it cannot go on');
    return null;
  }
  await context.failures.failed(asker);
  refuse(response, 404, 'unknownCode', 'there is no session with this code');
  return null;
}

/** Whether a code names a session with a broken or cut record. A class that returns to it makes no wrong guess. */
export async function isDamaged({ registry, store }: HttpContext, code: string): Promise<boolean> {
  const stored = await store.byCode(code);
  return stored !== null && registry.damage.ofWoken(stored.id) !== null;
}

/**
 * The host, and a co-host at tables of their event, may download the log at any time; participants after the end; watchers while the
 * host shows the replay or a step of the debrief. [decisions 79, 89]
 */
async function readerOf(
  context: HttpContext,
  request: Request,
  session: LiveSession,
): Promise<CopyReader | null> {
  // A wall in the host's browser asks for no more than anybody is shown.
  const shown: CopyReader = { kind: 'watcher', names: true };
  const host: CopyReader = request.query['copy'] === 'open' ? shown : { kind: 'host' };
  if ((await hostOfTable(context, request)) !== null) return host;
  const token = tokenOf(request);
  const identity = token === null ? null : await context.registry.identify(token);
  const isOurs = identity !== null && 'session' in identity && identity.session === session.id;
  if (isOurs && identity.kind === 'host') return host;
  const { state } = session;
  // A cancelled session has nothing to replay, and its briefs may still be used.
  if (state.phase.name !== 'ended' || isCancelled(state)) return null;
  if (isOurs && identity.kind === 'delegate') return { kind: 'participant', delegate: identity.delegate };
  // While the host shows the replay or the debrief, whoever may watch has what everybody at the table could read.
  const isTold = leadOf(session).place !== '' || state.debrief.step !== null;
  return state.entry.observers && isTold ? shown : null;
}

/** The token a request brings, or null. */
export function tokenOf(request: Request): string | null {
  return /^Bearer (\S{1,100})$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
}
