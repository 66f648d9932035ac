import { type RequestHandler, Router } from 'express';
import type { HttpContext } from './context.ts';
import { LIVE_PATH, liveHere } from './peerLive.ts';
import { passedOnFrom } from './peerSeal.ts';

/** Routes for the other servers alone: without their seal there is no such address. */
export function peerRoutes(context: HttpContext): Router {
  const router = Router();
  router.get(LIVE_PATH, peersOnly, async (_request, response) => {
    response.json(await liveHere(context));
  });
  return router;
}

const peersOnly: RequestHandler = (request, _response, next) => {
  if (passedOnFrom(request) === null) next('router');
  else next();
};
