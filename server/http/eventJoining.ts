import { type NextFunction, type Request, type RequestHandler, type Response, Router } from 'express';
import { isCancelled } from '#shared/session/topics/ending.ts';
import { contrastOf } from '#shared/session/vocabulary/treatments.ts';
import { type JoinCard, joinCodeSchema, rejoinBody, takeSeatBody } from '#shared/wire/api.ts';
import type { LiveSession } from '../live/session.ts';
import type { Gathering } from '../rooms/gatherings.ts';
import { sha256 } from '../store/digest.ts';
import { joinCard } from './cards.ts';
import type { HttpContext } from './context.ts';
import { askerOf } from './devices.ts';
import { refuse } from './errors.ts';
import { joinEvent, passAt } from './eventSeating.ts';
import { isIn } from './presses.ts';
import { personWith } from './rejoinRoutes.ts';
import { dialsNow } from './tableNow.ts';
import { tokenOf } from './sessionRoutes.ts';

/**
 * The door of an event: the same addresses as a session's, with the event's code, so that whoever joins need not know the
 * difference. Any other code is passed on.
 */
export function eventJoining(context: HttpContext): Router {
  const router = Router();
  router.get('/sessions/:code', atEvent(context, look));
  router.post('/sessions/:code/seats', atEvent(context, sitDown));
  router.post('/sessions/:code/rejoin', atEvent(context, comeBack));
  router.post('/sessions/:code/follow', follow(context));
  router.get('/events/:code/dials', atEvent(context, watch), noSuchEvent(context));
  return router;
}

interface Asked {
  readonly context: HttpContext;
  readonly gathering: Gathering;
  readonly request: Request;
  readonly response: Response;
}

function atEvent(context: HttpContext, answer: (asked: Asked) => Promise<void>): RequestHandler {
  return async (request: Request, response: Response, next: NextFunction) => {
    const { data: code } = joinCodeSchema.safeParse(request.params['code']);
    const gathering = code === undefined ? null : await context.gatherings.find(code);
    if (gathering === null) return next();
    const { failures, key } = context;
    const asker = askerOf(key, request);
    if (!failures.hasProved(asker, gathering.code) && (await failures.isBlocked(asker)))
      return refuse(response, 429, 'tooMany', 'too many wrong codes; wait a minute');
    failures.proved(asker, gathering.code);
    return answer({ context, gathering, request, response });
  };
}

async function watch({ context, gathering, response }: Asked): Promise<void> {
  response.json(dialsNow(context, gathering));
}

/** An unknown code counts against its sender, here as anywhere. */
function noSuchEvent({ failures, key }: HttpContext): RequestHandler {
  return async (request, response) => {
    const asker = askerOf(key, request);
    if (await failures.isBlocked(asker))
      return refuse(response, 429, 'tooMany', 'too many wrong codes; wait a minute');
    await failures.failed(asker);
    refuse(response, 404, 'unknownCode', 'there is no event with this code');
  };
}

async function look({ context, gathering, response }: Asked): Promise<void> {
  const tables = await sessionsOf(context, gathering);
  const [first] = tables;
  if (first === undefined) return refuse(response, 404, 'unknownCode', 'there is no session with this code');
  const stored = await context.store.byId(first.id);
  const cards = tables.map(({ code, state }) => joinCard(code, state, stored?.keepDays ?? null));
  response.json(
    eventCard(
      gathering,
      cards,
      tables.every(({ state }) => isCancelled(state)),
    ),
  );
}

/** What a visitor sees of an event: the scenario, and how many have come to all tables together. */
function eventCard({ code, opening }: Gathering, cards: readonly JoinCard[], cancelled: boolean): JoinCard {
  const open = cards.find(({ isOpen }) => isOpen);
  const shown = open ?? cards.find(({ phase }) => phase !== 'ended') ?? cards[0];
  if (shown === undefined) throw new Error('an event without tables');
  const arrival = opening.placing === 'hand' ? ('wait' as const) : ('given' as const);
  return {
    ...shown,
    code,
    cancelled,
    isOpen: open !== undefined,
    talkLevel: doTablesDiffer(opening) ? 'words' : shown.talkLevel,
    // Who watches sees one table; an event has many.
    entry: { ...shown.entry, arrival, observers: false },
    seats: shown.seats.map((seat, index) => ({
      ...seat,
      people: cards.reduce((sum, { seats }) => sum + (seats[index]?.people ?? 0), 0),
      bot: false,
      full: false,
    })),
  };
}

/** Where tables differ in how people talk, the door says nothing of it: each table says what holds there. */
function doTablesDiffer({ treatments }: Gathering['opening']): boolean {
  return treatments !== null && contrastOf(treatments.among) === 'talk';
}

async function sitDown({ context, gathering, request, response }: Asked): Promise<void> {
  const body = takeSeatBody.safeParse(request.body);
  if (!body.success) return refuse(response, 400, 'malformed', 'a seat and a name are expected');
  const { name, key } = body.data;
  const seated = await joinEvent(context, gathering, { name, key, asker: askerOf(context.key, request) });
  if (seated.ok) response.status(201).json(seated.value);
  else refuse(response, seated.failure.status, seated.failure.code, seated.failure.message);
}

/** The personal code leads back to the own table, whichever it is. */
async function comeBack({ context, gathering, request, response }: Asked): Promise<void> {
  const asker = askerOf(context.key, request);
  if (await context.failures.isBlocked(asker))
    return refuse(response, 429, 'tooMany', 'too many wrong codes; wait a minute');
  const body = rejoinBody.safeParse(request.body);
  for (const session of body.success ? await sessionsOf(context, gathering) : []) {
    const person = personWith(context.key, session, body.data?.code ?? '');
    if (person === null) continue;
    response.status(201).json(await passAt(context, gathering, session, person));
    return;
  }
  await context.failures.failed(asker);
  refuse(response, 403, 'wrongRejoin', 'nobody in this event has this code');
}

/** Leads a person whom the host has brought to another table there: their pass for the old table still says who they are. */
function follow(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const token = tokenOf(request);
    const grant = token === null ? null : await context.store.findToken(sha256(token));
    const place = grant?.kind === 'delegate' ? await context.gatherings.placeOf(grant.session) : null;
    const there =
      grant === null || place === null
        ? undefined
        : context.gatherings.awake(place.gathering).find(({ live }) => isIn(live.state, grant.holder));
    if (grant === null || place === null || there === undefined) {
      await context.failures.failed(askerOf(context.key, request));
      return refuse(response, 403, 'badToken', 'this is for who was brought to another table');
    }
    response.status(201).json(await passAt(context, place.gathering, there.live, grant.holder));
  };
}

/** Every table of an event that can be read, woken where it sleeps. */
async function sessionsOf({ registry }: HttpContext, { tables }: Gathering): Promise<readonly LiveSession[]> {
  const found = await Promise.all(tables.map(async ({ code }) => registry.find(code)));
  return found.filter((session) => session !== null);
}
