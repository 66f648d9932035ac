import { createHash, timingSafeEqual } from 'node:crypto';
import { type Request, type RequestHandler, Router } from 'express';
import type { ServerFacts } from '#shared/wire/serverFacts.ts';
import { hostOnly, type HttpContext } from './context.ts';
import { askerOf } from './devices.ts';
import { refuse } from './errors.ts';
import { freeMiB } from './freeSpace.ts';
import { liveElsewhere, standingOfAll } from './peerLive.ts';

/** Headers by which a proxy shows that a request comes from elsewhere. */
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
];
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;
const MOST_REFUSALS = 10;

/** The server's status for a monitoring program. It lies outside of `/api`, where such programs look for it. */
export function metricsRoutes(context: HttpContext): Router {
  const router = Router();
  router.get('/metrics', metrics(context));
  return router;
}

/** The same in numbers for the host's page. */
export function serverRoutes(context: HttpContext): Router {
  const router = Router();
  router.get('/host/server', hostOnly(context), facts(context));
  return router;
}

function metrics(context: HttpContext): RequestHandler {
  const { meters, standing, failures, key } = context;
  return async (request, response) => {
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (given === undefined && !isFromHere(context, request))
      return refuse(response, 404, 'malformed', 'there is no such address');
    if (given !== undefined && !isToken(context.metricsToken, given)) {
      const asker = askerOf(key, request);
      if (await failures.isBlocked(asker))
        return refuse(response, 429, 'tooMany', 'too many failed tries; wait a minute');
      await failures.failed(asker);
      return refuse(response, 403, 'badToken', 'this is not the token of METRICS_TOKEN');
    }
    response.setHeader('Content-Type', meters.contentType);
    response.setHeader('Cache-Control', 'no-store');
    response.send(await meters.text(await standing(), context.passedOn()));
  };
}

/**
 * Whether a request comes from this computer. Behind a proxy on the same computer every request does, so only the token counts
 * there.
 */
function isFromHere({ reach, trustProxy }: HttpContext, { socket, headers }: Request): boolean {
  if (reach.url !== null || trustProxy !== false) return false;
  if (FORWARDED.some((name) => headers[name] !== undefined)) return false;
  return LOOPBACK.test(socket.remoteAddress ?? '');
}

function isToken(token: string | null, given: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return token !== null && timingSafeEqual(digest(token), digest(given));
}

function facts(context: HttpContext): RequestHandler {
  const { meters, standing, store, build, time, keeping, dataDir } = context;
  return async (_request, response) => {
    const [counted, here, elsewhere] = await Promise.all([
      meters.counted(),
      standing(),
      liveElsewhere(context),
    ]);
    const others = elsewhere.answers.map((live) => live.standing);
    const answer: ServerFacts = {
      version: build,
      keeps: await store.isHealthy().catch(() => false),
      draining: context.isDraining(),
      nowMs: time.timeOfDay(),
      startedMs: time.timeOfDay() - Math.round(process.uptime() * 1000),
      servers: { all: elsewhere.servers + 1, silent: elsewhere.servers - others.length },
      standing: standingOfAll(here, others),
      ...counted,
      refusals: counted.refusals.slice(0, MOST_REFUSALS),
      memoryMiB: Math.round(process.memoryUsage.rss() / 2 ** 20),
      freeMiB: await freeMiB(dataDir),
      backsUp: keeping.backsUp,
      newestBackupMs: context.newestBackupMs(),
    };
    response.json(answer);
  };
}
