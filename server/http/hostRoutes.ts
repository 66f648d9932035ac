import { type RequestHandler, Router } from 'express';
import { failed, ok, type Result } from '#shared/lib/result.ts';
import { withSeats } from '#shared/scenario/withSeats.ts';
import { isPlansPace } from '#shared/session/vocabulary/ownPace.ts';
import type { Plan } from '#shared/scenario/schema.ts';
import type { SessionOptions } from '#shared/session/vocabulary/options.ts';
import { pressedOpeningBody, type HostPass, type OpenSessionBody } from '#shared/wire/api.ts';
import { scenarioKept } from '../store/ownScenarios.ts';
import { planById } from '#shared/wire/scenarioItem.ts';
import type { Gatherings } from '../rooms/gatherings.ts';
import { HOST, hostOfTable, tableHostOnly } from './coHosts.ts';
import { hostOnly, type HttpContext } from './context.ts';
import { refuse, refuseOpening } from './errors.ts';
import { Presses, sessionOfPress } from './presses.ts';
import type { SessionOpening } from '../rooms/registry.ts';
import type { Denial } from './seating.ts';
import { awakeElsewhere, awakeHere } from './peerLive.ts';
import { sleepingItem } from './sessionItems.ts';
import { known } from './sessionRoutes.ts';

/** The most sleeping sessions in the list. */
const MOST_LISTED = 200;

/** Routes for the host: open sessions, list them, take charge of one. Co-hosts of an event take charge of its tables. */
export function hostRoutes(context: HttpContext): Router {
  const router = Router();
  router.post('/sessions', hostOnly(context), openSession(context));
  router.get('/sessions', hostOnly(context), listSessions(context));
  router.post('/sessions/:code/host', tableHostOnly(context), takeCharge(context));
  router.get('/scenarios/:id', hostOnly(context), wholeScenario(context));
  router.get('/sessions/:code/scenario', tableHostOnly(context), scenarioOfSession(context));
  return router;
}

/** A scenario with the briefs of all its seats, for the facilitator's kit. */
function wholeScenario({ store }: HttpContext): RequestHandler {
  return async (request, response) => {
    const id = request.params['id'];
    const scenario = typeof id === 'string' ? await scenarioKept(store, id) : null;
    if (scenario === null) return refuse(response, 404, 'unknownScenario', 'there is no such scenario');
    const { seats } = request.query;
    const played = seats === undefined ? scenario : withSeats(scenario, Number(seats));
    if (played === null) return refuse(response, 404, 'badSeats', 'it is not played with so many states');
    response.json(played);
  };
}

/** The scenario as a session was opened from it, with every brief: the file that it came from may have been replaced since. */
function scenarioOfSession(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const session = await known(context, request, response);
    if (session !== null) response.json(session.state.basis.scenario);
  };
}

/**
 * The running sessions and the sleeping ones in the store, newest first; cancelled ones appear in the library only, and tables of
 * an event with their event.
 */
function listSessions(context: HttpContext): RequestHandler {
  const { registry, store, gatherings } = context;
  return async (_request, response) => {
    const awake = new Map([...(await awakeElsewhere(context)), ...awakeHere(registry)]);
    const kept = await store.list({ deleted: false, practice: false, limit: MOST_LISTED });
    const alone = await aloneAmong(gatherings, [...awake.keys(), ...kept.map(({ id }) => id)]);
    const asleep = kept.filter(({ id }) => !awake.has(id) && alone.has(id));
    const items = [...awake.values()]
      .filter(({ id, isPractice }) => !isPractice && alone.has(id))
      .map(({ item }) => item);
    for (const stored of asleep) items.push(sleepingItem(stored, await registry.damage.ofSleeping(stored)));
    const listed = items.filter(({ status }) => status !== 'cancelled');
    response.json(listed.toSorted((a, b) => b.createdMs - a.createdMs));
  };
}

/** The sessions that are tables of no event. */
async function aloneAmong(
  gatherings: Pick<Gatherings, 'placesOf'>,
  sessions: readonly string[],
): Promise<ReadonlySet<string>> {
  const places = await gatherings.placesOf(sessions);
  return new Set(sessions.filter((_, index) => places[index] === null));
}

function takeCharge(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const session = await known(context, request, response);
    if (session === null) return;
    const host = await hostOfTable(context, request);
    const token =
      host === null ? null : await context.registry.grant({ kind: 'host', session: session.id, host });
    // A link may have been ended meanwhile: then the token goes to nobody.
    if (token === null || (await hostOfTable(context, request)) !== host)
      return refuse(response, 403, 'notHost', 'this is for the host, and for co-hosts of its event');
    const place = await context.gatherings.placeOf(session.id);
    const event = place === null ? {} : { event: { code: place.gathering.code, number: place.number } };
    const asCoHost = host === HOST ? {} : { coHost: true as const };
    response.status(201).json({ code: session.code, token, ...event, ...asCoHost } satisfies HostPass);
  };
}

function openSession(context: HttpContext): RequestHandler {
  const presses = new Presses<string>();
  return async (request, response) => {
    const body = pressedOpeningBody.safeParse(request.body);
    if (!body.success) return refuseOpening(response, body.error, 'a scenario and a plan are expected');
    const { key, ...wished } = body.data;
    const opening = await openingWished(context.store, wished);
    if (!opening.ok)
      return refuse(response, opening.failure.status, opening.failure.code, opening.failure.message);
    const code = await presses.oncePer(key, async () => {
      const { id, stored } = await sessionOfPress(context, 'open', key);
      if (stored !== null) return stored.code;
      return (await context.registry.open({ ...opening.value, id })).code;
    });
    response.status(201).json({ code });
  };
}

/** What a session is opened with, or which part of the host's wish does not exist. */
export async function openingWished(
  store: HttpContext['store'],
  wished: OpenSessionBody,
): Promise<Result<SessionOpening, Denial>> {
  const whole = await scenarioKept(store, wished.scenario);
  if (whole === null)
    return failed({ status: 404, code: 'unknownScenario', message: 'there is no such scenario' });
  const scenario = withSeats(whole, wished.seats ?? whole.seats.length);
  if (scenario === null)
    return failed({
      status: 400,
      code: 'badSeats',
      message: 'the scenario is not played with so many states',
    });
  const plan = planById(scenario, wished.plan);
  if (plan === null)
    return failed({ status: 404, code: 'unknownPlan', message: 'the scenario has no such plan' });
  return ok({ scenario, options: optionsOf(wished, plan) });
}

/** The chosen pace; omitted if it equals the plan's. */
function optionsOf(body: OpenSessionBody, plan: Plan): SessionOptions {
  const { scenario: _known, seats: _counted, ...chosen } = body;
  const pace = chosen.pace === null || isPlansPace(plan, chosen.pace) ? null : chosen.pace;
  return { ...chosen, plan: plan.id, practice: false, pace };
}
