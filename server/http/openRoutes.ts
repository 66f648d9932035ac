import type { z } from 'zod';
import { type RequestHandler, Router } from 'express';
import { scenarioById } from '#shared/scenario/packs.ts';
import { failed, ok, type Result } from '#shared/lib/result.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import { practiceBody, type SeatPass } from '#shared/wire/api.ts';
import { practiceOptions, startPractice } from '#shared/run/practice.ts';
import { planById } from '#shared/wire/scenarioItem.ts';
import type { LiveSession } from '../live/session.ts';
import type { SessionOpening } from '../rooms/registry.ts';
import { openScenarios } from './cards.ts';
import { ownScenarios } from '../store/ownScenarios.ts';
import type { HttpContext } from './context.ts';
import { askerOf } from './devices.ts';
import { refuse } from './errors.ts';
import { PracticePlaces } from './practicePlaces.ts';
import { personOfPractice, Presses, sessionOfPress } from './presses.ts';
import { type Denial, passAgain, seatSomebody } from './seating.ts';

/** Routes for everybody: the scenarios, the server's address, and practice sessions. */
export function openRoutes(context: HttpContext): Router {
  const router = Router();
  router.get('/scenarios', async (_request, response) => {
    response.json(await openScenarios(context.store));
  });
  router.get('/address', async (_request, response) => {
    response.json(await context.joinAddress.card());
  });
  router.post('/practice', practise(context));
  return router;
}

type Practice = z.infer<typeof practiceBody>;

/** Opens a session for one person, seats them, gives every other seat a bot and starts. */
function practise(context: HttpContext): RequestHandler {
  const presses = new Presses<Result<SeatPass, Denial>>();
  const places = new PracticePlaces(context.registry, context.time.now);
  return async (request, response) => {
    const body = practiceBody.safeParse(request.body ?? {});
    if (!body.success)
      return refuse(response, 400, 'malformed', 'a scenario, a plan and a seat are expected');
    const asker = askerOf(context.key, request);
    const passed = await presses.oncePer(body.data.key, async () => {
      const { id, stored } = await sessionOfPress(context, 'practice', body.data.key);
      if (stored !== null) return begun(context, await context.registry.find(stored.code), body.data.seat);
      const opening = await openingOf(context.store, body.data);
      if (!opening.ok) return opening;
      if (!(await context.practice.take(asker))) return failed(tooManyStarts);
      if (!(await places.hasRoom(asker))) return failed(practiceFull);
      const session = await context.registry.open({ ...opening.value, id });
      places.opened(session, asker);
      return begun(context, session, body.data.seat);
    });
    if (passed.ok) response.status(201).json(passed.value);
    else refuse(response, passed.failure.status, passed.failure.code, passed.failure.message);
  };
}

/** The settings of a practice session, or which of the requested ones does not exist. */
async function openingOf(
  store: HttpContext['store'],
  { scenario: id, plan: wished, seat, openDeck }: Practice,
): Promise<Result<SessionOpening, Denial>> {
  const scenario = await practicable(store, id);
  if (scenario === null)
    return failed({ status: 404, code: 'unknownScenario', message: 'there is no such scenario' });
  const plan = planById(scenario, wished);
  if (plan === null)
    return failed({ status: 404, code: 'unknownPlan', message: 'the scenario has no such plan' });
  if (seat !== null && !scenario.seats.some(({ id: known }) => known === seat))
    return failed({ status: 404, code: 'unknownSeat', message: 'there is no such seat' });
  return ok({ scenario, options: practiceOptions(plan.id, openDeck) });
}

/** Seats the one person of a practice session and starts it; skips what is already done. */
async function begun(
  { registry, key }: HttpContext,
  session: LiveSession | null,
  seat: string | null,
): Promise<Result<SeatPass, Denial>> {
  if (session === null) return failed(practiceGone);
  const delegate = personOfPractice(key, session);
  const isHere = session.state.seats.some(({ delegates }) => delegates.some(({ id }) => id === delegate));
  const seated = isHere
    ? ok(await passAgain(registry, session, delegate))
    : await seatSomebody(registry, session, { seat, name: null, delegate });
  if (!seated.ok) return seated;
  await startPractice(session, delegate);
  return seated;
}

const practiceFull: Denial = {
  status: 503,
  code: 'practiceFull',
  message: 'too many are practising now; try later',
};
const tooManyStarts: Denial = {
  status: 429,
  code: 'tooMany',
  message: 'five practice sessions a minute are the most',
};
const practiceGone: Denial = {
  status: 409,
  code: 'sessionDamaged',
  message: 'the record of this practice session is damaged',
};

/** A scenario open for practice: a shipped one, or one of the host's own that is public. */
async function practicable(store: HttpContext['store'], id: string): Promise<Scenario | null> {
  const shipped = scenarioById(id);
  if (shipped !== null) return shipped;
  const own = await ownScenarios(store);
  return own.find(({ scenario, practice }) => practice && scenario.id === id)?.scenario ?? null;
}
