import { type RequestHandler, Router } from 'express';
import type { HttpContext } from './context.ts';
import { refuse } from './errors.ts';
import { FAILURES_PATH, failuresBody } from './failureNews.ts';
import { LIVE_PATH, liveHere } from './peerLive.ts';
import { passedOnFrom } from './peerSeal.ts';

/** Routes for the other servers alone: without their seal there is no such address. */
export function peerRoutes(context: HttpContext): Router {
  const router = Router();
  router.get(LIVE_PATH, peersOnly, async (_request, response) => {
    response.json(await liveHere(context));
  });
  router.post(FAILURES_PATH, peersOnly, hear(context));
  return router;
}

/** Counts what has failed on another server as if it had failed here. */
function hear(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const body = failuresBody.safeParse(request.body);
    if (!body.success) return refuse(response, 400, 'malformed', 'a list of failures is expected');
    await Promise.all(body.data.map(async ({ limit, asker, change }) => context[limit].heard(asker, change)));
    response.json({});
  };
}

const peersOnly: RequestHandler = (request, _response, next) => {
  if (passedOnFrom(request) === null) next('router');
  else next();
};
