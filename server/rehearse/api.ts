import type { z } from 'zod';
import type { EntryRules } from '#shared/session/vocabulary/entry.ts';
import type { OwnPace } from '#shared/session/vocabulary/ownPace.ts';
import type { HostPass, JoinCard, SeatPass } from '#shared/wire/api.ts';
import type { ActAnswer, actBody, GatheringNow, gatheringBody } from '#shared/wire/gatherings.ts';

/** A refusal by the server, or its absence: the code, or `offline`. */
export class ApiNo extends Error {
  readonly code: string;
  /** The server, or what stands before it, cannot answer now; the same request may succeed a moment later. */
  readonly isForNow: boolean;

  constructor(code: string, message: string, isForNow: boolean) {
    super(message);
    this.code = code;
    this.isForNow = isForNow;
  }
}

/** The options of a new session. */
interface OpenBody {
  readonly scenario: string;
  readonly plan: string;
  readonly entry?: EntryRules;
  readonly pace?: OwnPace;
}

/** The HTTP API calls of a rehearsal. Each rejects with an `ApiNo`. */
export interface RehearsalApi {
  look(code: string): Promise<JoinCard>;
  /** The cookie by which the server tells a browser from the others behind its address. */
  newBrowser(): Promise<string>;
  /** Takes a seat, in the browser with this cookie. */
  sitDown(code: string, name: string, cookie?: string): Promise<SeatPass>;
  practise(): Promise<SeatPass>;
  log(code: string, token: string): Promise<string>;
  /** Enters with the secret of the host's address; resolves to the cookie. */
  enterHost(secret: string): Promise<string>;
  open(cookie: string, body: OpenBody): Promise<string>;
  hostPass(cookie: string, code: string): Promise<HostPass>;
  /** Opens an event of many tables. */
  openEvent(cookie: string, body: z.input<typeof gatheringBody>): Promise<string>;
  eventNow(cookie: string, code: string): Promise<GatheringNow>;
  /** Gives one command to several tables of an event. */
  actAtTables(cookie: string, code: string, body: z.input<typeof actBody>): Promise<ActAnswer>;
}

/** The API of the server at `origin`. */
export function rehearsalApi(origin: string): RehearsalApi {
  const post = async (path: string, body: unknown, cookie = ''): Promise<Response> =>
    asked(`${origin}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
  return {
    look: async (code) => json<JoinCard>(await asked(`${origin}/api/sessions/${code}`, {})),
    newBrowser: async () => cookieOf(await asked(`${origin}/livez`, {}), 'crossroads_device'),
    sitDown: async (code, name, cookie) =>
      json<SeatPass>(await post(`sessions/${code}/seats`, { seat: null, name }, cookie)),
    practise: async () => json<SeatPass>(await post('practice', { scenario: 'twelve-states', plan: '16x1' })),
    log: async (code, token) =>
      (
        await asked(`${origin}/api/sessions/${code}/log`, { headers: { authorization: `Bearer ${token}` } })
      ).text(),
    enterHost: async (secret) => cookieOf(await post('host/enter', { secret }), 'crossroads_host'),
    open: async (cookie, body) =>
      (await json<{ readonly code: string }>(await post('sessions', body, cookie))).code,
    hostPass: async (cookie, code) => json<HostPass>(await post(`sessions/${code}/host`, {}, cookie)),
    openEvent: async (cookie, body) =>
      (await json<{ readonly code: string }>(await post('events', body, cookie))).code,
    eventNow: async (cookie, code) =>
      json<GatheringNow>(await asked(`${origin}/api/events/${code}`, { headers: { cookie } })),
    actAtTables: async (cookie, code, body) =>
      json<ActAnswer>(await post(`events/${code}/acts`, body, cookie)),
  };
}

async function asked(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch {
    throw new ApiNo('offline', `${new URL(url).origin} cannot be reached`, true);
  }
  if (response.ok) return response;
  const said: { readonly code?: string; readonly message?: string } = await response.json().catch(() => ({}));
  const message = said.message ?? `the server answered ${response.status}`;
  throw new ApiNo(said.code ?? 'offline', message, response.status >= 500);
}

/** A cookie that an answer sets; empty if it does not set it. */
function cookieOf({ headers }: Response, name: string): string {
  return (
    headers
      .getSetCookie()
      .find((one) => one.startsWith(`${name}=`))
      ?.split(';')[0] ?? ''
  );
}

/** The answers come from our own server, which guarantees their shape; they are not parsed again. */
async function json<Value>(response: Response): Promise<Value> {
  const value: Value = await response.json();
  return value;
}
