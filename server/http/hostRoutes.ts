import { type RequestHandler, Router } from 'express';
import { scenarioById } from '#shared/scenario/packs.ts';
import { MAX_DELEGATES } from '#shared/session/delegation.ts';
import type { SessionOptions } from '#shared/session/state.ts';
import {
  openSessionBody,
  type HostPass,
  type OpenSessionBody,
  type SessionListItem,
} from '#shared/wire/api.ts';
import type { LiveSession } from '../session.ts';
import { planOf, roundOf } from './cards.ts';
import { hostOnly, type HttpContext } from './context.ts';
import { refuse } from './errors.ts';
import { known } from './sessionRoutes.ts';

/** What lies behind the host's door: opening sessions, seeing them all, taking charge of one. */
export function hostRoutes(context: HttpContext): Router {
  const router = Router();
  router.post('/sessions', hostOnly(context), openSession(context));
  router.get('/sessions', hostOnly(context), (_request, response) => {
    const sessions = context.tables.live().filter(({ state }) => !state.plan.options.practice);
    response.json(sessions.toSorted((a, b) => b.header.created - a.header.created).map(listItem));
  });
  router.post('/sessions/:code/host', hostOnly(context), takeCharge(context));
  router.get('/scenarios/:id', hostOnly(context), wholeScenario);
  return router;
}

/** A scenario with the briefs of all its seats, for the facilitator's kit. */
const wholeScenario: RequestHandler = (request, response) => {
  const id = request.params['id'];
  const scenario = typeof id === 'string' ? scenarioById(id) : null;
  if (scenario === null) return refuse(response, 404, 'unknownScenario', 'there is no such scenario');
  response.json(scenario);
};

function takeCharge(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const session = await known(context, request, response);
    if (session === null) return;
    const token = await context.tables.grant({ kind: 'host', session: session.id, host: 'host' });
    response.status(201).json({ code: session.code, token } satisfies HostPass);
  };
}

function openSession({ tables }: HttpContext): RequestHandler {
  return async (request, response) => {
    const body = openSessionBody.safeParse(request.body);
    if (!body.success) return refuse(response, 400, 'malformed', 'a scenario and a plan are expected');
    const scenario = scenarioById(body.data.scenario);
    if (scenario === null) return refuse(response, 404, 'unknownScenario', 'there is no such scenario');
    const plan = planOf(scenario, body.data.plan);
    if (plan === null) return refuse(response, 404, 'unknownPlan', 'the scenario has no such plan');
    const session = await tables.open({ scenario, options: optionsOf(body.data, plan.id) });
    response.status(201).json({ code: session.code });
  };
}

/** What was chosen as the session keeps it; what is as always is left out, so that it reads as it always did. */
function optionsOf(body: OpenSessionBody, plan: string): SessionOptions {
  const { openDeck, coverEmptySeats, decisionRule, delegationSize, survey } = body;
  const { scarred, talk, privateTalkOpens, coverAfterSeconds } = body;
  return {
    plan,
    openDeck,
    practice: false,
    coverEmptySeats,
    ...(decisionRule === 'anyone' ? {} : { decisionRule }),
    ...(delegationSize === MAX_DELEGATES ? {} : { delegationSize }),
    ...(survey ? { survey } : {}),
    ...(scarred === null ? {} : { scarred }),
    ...(talk === 'open' ? {} : { talk }),
    ...(privateTalkOpens ? { privateTalkOpens } : {}),
    ...(coverAfterSeconds === 60 ? {} : { coverAfterSeconds }),
  };
}

function listItem({ code, header, state }: LiveSession): SessionListItem {
  return {
    code,
    title: state.plan.scenario.title,
    phase: state.phase.name,
    round: roundOf(state),
    rounds: state.plan.plan.rounds,
    people: state.seats.reduce((sum, seat) => sum + seat.delegates.length, 0),
    createdMs: header.created,
    status: state.phase.name === 'ended' ? 'ended' : 'open',
  };
}
