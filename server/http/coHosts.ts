import type { Request, RequestHandler, Response } from 'express';
import { joinCodeSchema } from '#shared/wire/api.ts';
import type { Gathering } from '../rooms/gatherings.ts';
import type { StoredCoHost } from '../store/sessionStore.ts';
import { type HttpContext, isHost } from './context.ts';
import { refuse } from './errors.ts';
import { type HostKey, isSame } from './hostKey.ts';
import type { PublicAddress } from './publicAddress.ts';

/** How the records name the host of the server; co-hosts have ids of their own. */
export const HOST = 'host';

const COOKIE = 'crossroads_co_host_';
const COOKIE_DAYS = 30;

/** The secret of a co-host's link: their id and 128 bits that only this server can derive. */
export function coHostSecret(key: HostKey, { id: event }: Pick<Gathering, 'id'>, id: string): string {
  return `${id}.${key.sign(`co-host ${event} ${id}`).subarray(0, 16).toString('base64url')}`;
}

/** The co-host to whom a link's secret was given, unless the link was ended. */
export function coHostWith(key: HostKey, gathering: Gathering, secret: string): StoredCoHost | null {
  return gathering.coHosts.find(({ id }) => isSame(secret, coHostSecret(key, gathering, id))) ?? null;
}

/** A `Set-Cookie` value by which a browser is a co-host of one event; ending the link ends it. */
export function coHostCookie(
  { code }: Gathering,
  secret: string,
  { path, isSecure }: Pick<PublicAddress, 'path' | 'isSecure'>,
): string {
  const flags = `Path=${path}; HttpOnly; SameSite=Strict; Max-Age=${COOKIE_DAYS * 86_400}`;
  return `${COOKIE}${code}=${secret}; ${flags}${isSecure ? '; Secure' : ''}`;
}

/** Who asks as a host of an event: `host`, or the id of one of its co-hosts; null: nobody of them. */
export async function hostOfEvent(
  context: HttpContext,
  request: Request,
  gathering: Gathering | null,
): Promise<string | null> {
  if (await isHost(context, request)) return HOST;
  if (gathering === null) return null;
  const prefix = `${COOKIE}${gathering.code}=`;
  const cookies = request.headers.cookie?.split(';').map((cookie) => cookie.trim()) ?? [];
  const secret = cookies.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length) ?? '';
  return coHostWith(context.key, gathering, secret)?.id ?? null;
}

/** Who asks as a host of the session with the code of a request: `host`, or a co-host of the event whose table it is; or null. */
export async function hostOfTable(context: HttpContext, request: Request): Promise<string | null> {
  const { data: code } = joinCodeSchema.safeParse(request.params['code']);
  // Nobody without a co-host's cookie is looked up: most who ask are at no event.
  const isAsked = code !== undefined && request.headers.cookie?.includes(COOKIE) === true;
  return hostOfEvent(context, request, isAsked ? await context.gatherings.withTable(code) : null);
}

/** Admits the host, and co-hosts to the tables of their event. */
export function tableHostOnly(context: HttpContext): RequestHandler {
  return async (request, response, next) => {
    if ((await hostOfTable(context, request)) !== null) next();
    else refuse(response, 403, 'notHost', 'this is for the host, and for co-hosts of its event');
  };
}

/** An event, and who asks for it as a host. */
export interface EventAsked {
  readonly gathering: Gathering;
  /** `host`, or the id of a co-host. */
  readonly host: string;
}

/** The event of a request, for its host and co-hosts; answers the request and returns null for anybody else. */
export async function eventAsked(
  context: HttpContext,
  request: Request,
  response: Response,
): Promise<EventAsked | null> {
  const { data: code } = joinCodeSchema.safeParse(request.params['code']);
  const gathering = code === undefined ? null : await context.gatherings.find(code);
  const host = await hostOfEvent(context, request, gathering);
  if (host === null) refuse(response, 403, 'notHost', 'this is for the host of the event and its co-hosts');
  else if (gathering === null) refuse(response, 404, 'unknownCode', 'there is no event with this code');
  return host === null || gathering === null ? null : { gathering, host };
}

/** Who did something, for the event's list of acts; of the host it says nothing. */
export function doneBy(host: string): { readonly by?: string } {
  return host === HOST ? {} : { by: host };
}
