import { randomInt } from 'node:crypto';
import { type RequestHandler, Router } from 'express';
import type { z } from 'zod';
import {
  type ActAnswer,
  actBody,
  gatheringBody,
  MOST_TABLES,
  moveBody,
  type TreatmentsNow,
} from '#shared/wire/gatherings.ts';
import { OPEN_ENTRY } from '#shared/session/vocabulary/entry.ts';
import { treatmentFor } from '../live/treatmentFor.ts';
import type { GatheringOpening } from '../rooms/gatherings.ts';
import { doneBy, eventAsked } from './coHosts.ts';
import { hostOnly, type HttpContext } from './context.ts';
import { refuse, refuseOpening } from './errors.ts';
import { giveAtTable, moveToTable, peopleAt } from './eventActs.ts';
import { nameDigest } from './eventSeating.ts';
import { openingWished } from './hostRoutes.ts';
import { eventOfPress, Presses } from './presses.ts';
import { gatheringItem, liveElsewhere } from './peerLive.ts';
import { gatheringNow } from './tableNow.ts';

/**
 * Routes for hosts of events: open one, list them; see all its tables, act on several of them, move people. The latter three also for
 * co-hosts of the event. [decisions 106, 109]
 */
export function eventRoutes(context: HttpContext): Router {
  const router = Router();
  const host = hostOnly(context);
  router.post('/events', host, openEvent(context));
  router.get('/events', host, listEvents(context));
  router.get('/events/:code', overview(context));
  router.post('/events/:code/acts', act(context));
  router.post('/events/:code/treatments', host, showTreatments(context));
  router.get('/events/:code/people', people(context));
  router.post('/events/:code/move', move(context));
  return router;
}

function openEvent(context: HttpContext): RequestHandler {
  const presses = new Presses<string>();
  return async (request, response) => {
    const body = gatheringBody.safeParse(request.body);
    if (!body.success)
      return refuseOpening(response, body.error, 'an opening and a way to the tables are expected');
    const { key, opening: wished } = body.data;
    const opening = await openingWished(context.store, wished);
    if (!opening.ok)
      return refuse(response, opening.failure.status, opening.failure.code, opening.failure.message);
    const { scenario, options } = opening.value;
    const code = await presses.oncePer(key, async () => {
      const id = eventOfPress(context.key, key);
      const kept = {
        title: scenario.title,
        ...keptOf(body.data, (name) => nameDigest(context.key, id, name)),
      };
      const { admission: _asked, ...entry } = options.entry ?? OPEN_ENTRY;
      const table = {
        scenario,
        options: { ...options, entry: { ...entry, arrival: 'given' as const } },
        seed: kept.seed,
      };
      return (await context.gatherings.open(id, kept, table)).code;
    });
    response.status(201).json({ code });
  };
}

/** What an event's record keeps of the host's wish, with the seeds of its draws. */
function keptOf(
  { names, placing, size, tables, treatments: among }: z.infer<typeof gatheringBody>,
  digest: (name: string) => string,
): Omit<GatheringOpening, 'title'> {
  const listed = names.flatMap((list, index) => list.map((name) => [digest(name), index + 1] as const));
  return {
    placing,
    size,
    tables,
    seed: randomInt(2 ** 32),
    names: Object.fromEntries(listed),
    treatments: among === null ? null : { among, seed: randomInt(2 ** 32) },
  };
}

function listEvents(context: HttpContext): RequestHandler {
  const { gatherings, ownership } = context;
  return async (_request, response) => {
    const { answers } = await liveElsewhere(context);
    if (ownership.isShared) await gatherings.load();
    const elsewhere = new Map(answers.flatMap(({ events }) => events.map((event) => [event.code, event])));
    const items = gatherings.all().map((gathering) => {
      return elsewhere.get(gathering.code) ?? gatheringItem(gatherings, gathering);
    });
    response.json(items.toReversed());
  };
}

function overview(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const asked = await eventAsked(context, request, response);
    if (asked === null) return;
    const now = await gatheringNow(context, asked);
    if (now === null) refuse(response, 404, 'unknownCode', 'none of its tables is kept any more');
    else response.json(now);
  };
}

/** One command to several tables; each answers for itself. What was done is on the event's list of acts, without words. */
function act(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const asked = await eventAsked(context, request, response);
    if (asked === null) return;
    const body = actBody.safeParse(request.body);
    if (!body.success)
      return refuse(response, 400, 'malformed', 'tables and a command to all of them are expected');
    const { gathering, host } = asked;
    const awake = context.gatherings.awake(gathering);
    const chosen = body.data.tables.flatMap(({ number, phaseLine }) => {
      const live = awake.find((table) => table.number === number)?.live;
      return live === undefined ? [] : [{ number, phaseLine, live }];
    });
    const answers: ActAnswer = await Promise.all(
      chosen.map(async ({ number, phaseLine, live }) => ({
        number,
        reply: await giveAtTable(live, phaseLine, body.data, host),
      })),
    );
    const of = (done: boolean): readonly number[] =>
      answers.filter(({ reply }) => reply.ok === done).map(({ number }) => number);
    await context.gatherings.note(gathering, {
      act: body.data.command.type,
      done: of(true),
      refused: of(false),
      ...doneBy(host),
    });
    response.json(answers);
  };
}

/** Tells the host which table has which treatment, and notes that somebody knows it now. */
function showTreatments(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const asked = await eventAsked(context, request, response);
    if (asked === null) return;
    const { gathering } = asked;
    const { treatments } = gathering.opening;
    if (treatments === null)
      return refuse(response, 409, 'notAllowed', 'the tables of this event do not differ');
    await context.gatherings.note(gathering, { act: 'showTreatments' });
    const numbers = Array.from({ length: MOST_TABLES }, (_, index) => index + 1);
    const byTable = numbers.map((number) => treatmentFor(treatments, number));
    response.json({ ...treatments, byTable } satisfies TreatmentsNow);
  };
}

function people(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const asked = await eventAsked(context, request, response);
    if (asked !== null) response.json(peopleAt(context.gatherings, asked.gathering));
  };
}

function move(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const asked = await eventAsked(context, request, response);
    if (asked === null) return;
    const body = moveBody.safeParse(request.body);
    if (!body.success) return refuse(response, 400, 'malformed', 'a person and a table are expected');
    const { gathering, host } = asked;
    const moved = await moveToTable(context, asked, body.data);
    if (!moved.ok) return refuse(response, moved.failure.status, moved.failure.code, moved.failure.message);
    const { delegate, table } = body.data;
    await context.gatherings.note(gathering, {
      act: 'move',
      delegate,
      from: moved.value,
      to: table,
      ...doneBy(host),
    });
    response.json(peopleAt(context.gatherings, gathering));
  };
}
