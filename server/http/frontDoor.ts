import express, { type Express, type RequestHandler } from 'express';
import type { RequestListener } from 'node:http';
import { joinCodeSchema } from '#shared/wire/api.ts';
import { ASKER_HEADER } from '../rooms/roomAsker.ts';
import { compressedAnswers } from './compressedAnswers.ts';
import { countRefusals } from './countRefusals.ts';
import type { HttpContext } from './context.ts';
import { preparationRoutes } from './preparationRoutes.ts';
import { doorRoutes } from './doorRoutes.ts';
import { askerOf, knownDevices } from './devices.ts';
import { isRefused, lastWord, noSuchRoute, refuse } from './errors.ts';
import {
  BODY_LIMIT_BYTES,
  ownHostOnly,
  ownPagesOnly,
  securityHeaders,
  smallBodiesOnly,
  underPath,
} from './guards.ts';
import { floodGate } from './floods.ts';
import { forwarding } from './forwarding.ts';
import { coHostRoutes } from './coHostRoutes.ts';
import { eventRoutes } from './eventRoutes.ts';
import { eventJoining } from './eventJoining.ts';
import { healthRoutes } from './healthRoutes.ts';
import { hostRoutes } from './hostRoutes.ts';
import { libraryRoutes } from './libraryRoutes.ts';
import { openRoutes } from './openRoutes.ts';
import { packRoutes } from './packRoutes.ts';
import { peerRoutes } from './peerRoutes.ts';
import { sealedByPeers } from './peerSeal.ts';
import { privacyRoutes } from './privacyRoutes.ts';
import { rejoinRoutes } from './rejoinRoutes.ts';
import { metricsRoutes, serverRoutes } from './serverRoutes.ts';
import { shareRoutes } from './shareRoutes.ts';
import { isDamaged, sessionRoutes } from './sessionRoutes.ts';

/**
 * The single entry for every HTTP request. The room framework's own routes lie behind it; only joining is reachable, and only
 * after the guards.
 */
export function frontDoor(
  context: HttpContext,
  matchmaking: RequestListener,
  client: { readonly pages: RequestHandler | null; readonly isDev: boolean },
): Express {
  const app = express();
  app.disable('x-powered-by').set('etag', false).set('trust proxy', context.trustProxy);
  const { reach } = context;
  const elsewhere = forwarding(context);
  app.use(sealedByPeers(context.key, context.time.timeOfDay));
  app.use(floodGate(context.floods, context.key, () => context.meters.refused('page', 'tooMany')));
  app.use(countRefusals(context.meters));
  app.use(securityHeaders(client.isDev), ownHostOnly(reach), ownPagesOnly(reach), smallBodiesOnly);
  app.use(underPath(reach), knownDevices(context.key, reach));
  app.use(healthRoutes(context), metricsRoutes(context), elsewhere.byCode);
  app.post('/matchmake/:method/:code', joining(context), (request, response) => {
    matchmaking(request, response);
  });
  app.use('/matchmake', noSuchRoute);
  app.use('/api', unstored, compressedAnswers(), express.json({ limit: BODY_LIMIT_BYTES }));
  app.use('/api', peerRoutes(context), openRoutes(context), doorRoutes(context), preparationRoutes(context));
  app.use('/api', hostRoutes(context), libraryRoutes(context), packRoutes(context), privacyRoutes(context));
  app.use('/api', eventRoutes(context), coHostRoutes(context), eventJoining(context));
  app.use('/api', serverRoutes(context), sessionRoutes(context), rejoinRoutes(context), shareRoutes(context));
  app.use('/api', noSuchRoute);
  if (client.pages !== null) app.use(client.pages);
  app.use(noSuchRoute, elsewhere.byError, lastWord(context.log));
  return app;
}

/** Wakes the session that somebody wants to join, and counts failed codes as all routes do. */
function joining(context: HttpContext): RequestHandler {
  return async (request, response, next) => {
    const asker = askerOf(context.key, request);
    // Always overwritten here, because rooms count their places by this header.
    request.headers[ASKER_HEADER] = JSON.stringify(asker);
    if (context.isDraining()) return refuse(response, 503, 'notAllowed', 'the server is going down');
    const { data: code } = joinCodeSchema.safeParse(request.params['code']);
    const isGuess = code === undefined || !context.failures.hasProved(asker, code);
    if (isGuess && (await context.failures.isBlocked(asker))) {
      return refuse(response, 429, 'tooMany', 'too many failed tries; wait a minute');
    }
    const session = code === undefined ? null : await context.registry.find(code);
    if (session !== null) context.failures.proved(asker, session.code);
    else if (code !== undefined && (await isDamaged(context, code))) return next();
    response.once('finish', () => {
      if (isRefused(response)) void context.failures.failed(asker);
      else if (session !== null) void context.floods.placeKept(asker);
    });
    next();
  };
}

const unstored: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};
