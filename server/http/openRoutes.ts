import { type RequestHandler, Router } from 'express';
import { scenarioById } from '#shared/scenario/packs.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import { practiceBody } from '#shared/wire/api.ts';
import { coverEmptySeats } from '../live/coverEmptySeats.ts';
import { MOST_PRACTICE } from '../rooms/registry.ts';
import { openScenarios, planById } from './cards.ts';
import { ownScenarios } from '../store/ownScenarios.ts';
import type { HttpContext } from './context.ts';
import { askerOf } from './devices.ts';
import { refuse } from './errors.ts';
import { somebody } from './presses.ts';
import { seatSomebody } from './seating.ts';

/** Routes for anybody: the scenarios, how to reach this server, and a practice session. */
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

/** Opens a session for one person, seats them, gives every other seat a bot and starts. */
function practise({ registry, store, takePractice, key }: HttpContext): RequestHandler {
  return async (request, response) => {
    const body = practiceBody.safeParse(request.body ?? {});
    if (!body.success)
      return refuse(response, 400, 'malformed', 'a scenario, a plan and a seat are expected');
    const scenario = await practicable(store, body.data.scenario);
    if (scenario === null) return refuse(response, 404, 'unknownScenario', 'there is no such scenario');
    const plan = planById(scenario, body.data.plan);
    if (plan === null) return refuse(response, 404, 'unknownPlan', 'the scenario has no such plan');
    const { seat, openDeck } = body.data;
    if (seat !== null && !scenario.seats.some(({ id }) => id === seat)) {
      return refuse(response, 404, 'unknownSeat', 'there is no such seat');
    }
    if (registry.practiceCount() >= MOST_PRACTICE) {
      return refuse(response, 503, 'practiceFull', 'too many are practising now; try later');
    }
    if (!(await takePractice(askerOf(key, request)))) {
      return refuse(response, 429, 'tooMany', 'five practice sessions a minute are the most');
    }
    const options = { plan: plan.id, openDeck, practice: true, coverEmptySeats: true };
    const session = await registry.open({ scenario, options });
    const seated = await seatSomebody(registry, session, { seat, name: null, delegate: somebody() });
    if (!seated.ok) {
      return refuse(response, seated.failure.status, seated.failure.code, seated.failure.message);
    }
    await coverEmptySeats(session, 'practice');
    await session.submit({ kind: 'host', host: seated.value.delegate }, 'start', { type: 'startSession' });
    response.status(201).json(seated.value);
  };
}

/** A scenario that anybody may practise: a shipped one, or one of the host's own that is open to all. */
async function practicable(store: HttpContext['store'], id: string): Promise<Scenario | null> {
  const shipped = scenarioById(id);
  if (shipped !== null) return shipped;
  const own = await ownScenarios(store);
  return own.find(({ scenario, practice }) => practice && scenario.id === id)?.scenario ?? null;
}
