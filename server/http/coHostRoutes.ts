import { randomBytes } from 'node:crypto';
import { type RequestHandler, Router } from 'express';
import { joinCodeSchema } from '#shared/wire/api.ts';
import {
  chargeBody,
  coHostBody,
  type CoHostLink,
  enterEventBody,
  MOST_CO_HOSTS,
} from '#shared/wire/coHosts.ts';
import type { CoHostNow } from '#shared/wire/gatherings.ts';
import { cleanName } from '../lib/cleanName.ts';
import type { Gathering } from '../rooms/gatherings.ts';
import { endCoHostLink } from '../store/erasureList.ts';
import { coHostCookie, coHostSecret, coHostWith, doneBy, eventAsked, HOST } from './coHosts.ts';
import { hostOnly, type HttpContext } from './context.ts';
import { askerOf } from './devices.ts';
import { refuse } from './errors.ts';

/**
 * Routes about the co-hosts of an event: the host makes and ends their links, they come in and take charge of tables. [decision
 * 109]
 */
export function coHostRoutes(context: HttpContext): Router {
  const router = Router();
  const host = hostOnly(context);
  router.get('/events/:code/co-hosts', host, list(context));
  router.post('/events/:code/co-hosts', host, add(context));
  router.post('/events/:code/co-hosts/:id/end', host, end(context));
  router.post('/events/:code/enter', enter(context));
  router.post('/events/:code/charge', charge(context));
  return router;
}

function list(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const asked = await eventAsked(context, request, response);
    if (asked !== null) response.json(linksOf(context, asked.gathering));
  };
}

function add(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const body = coHostBody.safeParse(request.body);
    const name = body.success ? cleanName(body.data.name) : null;
    if (name === null) return refuse(response, 400, 'malformed', 'a name is expected');
    const asked = await eventAsked(context, request, response);
    if (asked === null) return;
    const { gathering } = asked;
    if (gathering.coHosts.length >= MOST_CO_HOSTS)
      return refuse(response, 409, 'tooManyLinks', 'this event has as many co-hosts as are allowed');
    const id = `co-${randomBytes(9).toString('base64url')}`;
    await context.gatherings.addCoHost(gathering, { id, name, madeMs: context.time.timeOfDay() });
    await context.gatherings.note(gathering, { act: 'addCoHost', coHost: id });
    response.status(201).json(linksOf(context, gathering));
  };
}

/** Ends a link: the cookie opens nothing any more, tokens are gone, open rooms close. */
function end(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const asked = await eventAsked(context, request, response);
    if (asked === null) return;
    const { gathering } = asked;
    const { store, erasures, registry, gatherings } = context;
    const coHost = gathering.coHosts.find(({ id }) => id === request.params['id']);
    if (coHost !== undefined) {
      gatherings.forgetCoHost(gathering, coHost.id);
      await endCoHostLink({ store, list: erasures }, gathering.id, coHost.id);
      registry.dismiss(
        coHost.id,
        gathering.tables.map(({ code }) => code),
      );
      await gatherings.note(gathering, { act: 'endCoHost', coHost: coHost.id });
    }
    response.json(linksOf(context, gathering));
  };
}

/** Makes the browser that brings a link's secret a co-host of this event. A wrong secret counts like a wrong code. */
function enter(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const { failures, key, gatherings, reach } = context;
    const asker = askerOf(key, request);
    if (await failures.isBlocked(asker)) return refuse(response, 429, 'tooMany', 'too many wrong links');
    const body = enterEventBody.safeParse(request.body);
    const { data: code } = joinCodeSchema.safeParse(request.params['code']);
    const gathering = code === undefined ? null : await gatherings.find(code);
    const secret = body.data?.secret ?? '';
    const coHost = gathering === null ? null : coHostWith(key, gathering, secret);
    if (gathering === null || coHost === null) {
      await failures.failed(asker);
      return refuse(response, 404, 'linkWithdrawn', 'this link leads nowhere, or was ended');
    }
    response.append('Set-Cookie', coHostCookie(gathering, secret, reach));
    response.json({ id: coHost.id, name: coHost.name } satisfies CoHostNow);
  };
}

function charge(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const asked = await eventAsked(context, request, response);
    if (asked === null) return;
    const body = chargeBody.safeParse(request.body);
    if (!body.success) return refuse(response, 400, 'malformed', 'tables and a co-host are expected');
    const { gathering, host } = asked;
    const { tables, coHost } = body.data;
    if (coHost !== null && !gathering.coHosts.some(({ id }) => id === coHost))
      return refuse(response, 404, 'linkWithdrawn', 'there is no such co-host');
    if (!mayCharge(gathering, host, body.data))
      return refuse(response, 403, 'notAllowed', 'co-hosts take tables, and give up their own');
    await context.gatherings.setCharge(gathering, tables, coHost);
    await context.gatherings.note(gathering, { act: 'charge', tables, coHost, ...doneBy(host) });
    response.json({});
  };
}

/** The host may say of anybody what they are in charge of; a co-host takes tables, and gives up their own. */
function mayCharge(
  { tables }: Gathering,
  host: string,
  wish: { readonly tables: readonly number[]; readonly coHost: string | null },
): boolean {
  if (host === HOST || wish.coHost === host) return true;
  if (wish.coHost !== null) return false;
  return tables.every(({ number, coHost }) => !wish.tables.includes(number) || coHost === host);
}

/** The co-hosts of an event with the secrets of their links, which the host may hand out again. */
function linksOf({ key }: HttpContext, gathering: Gathering): readonly CoHostLink[] {
  return gathering.coHosts.map(({ id, name }) => ({ id, name, secret: coHostSecret(key, gathering, id) }));
}
