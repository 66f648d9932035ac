import type { z } from 'zod';
import type { SeatPass } from '#shared/wire/api.ts';
import type { chargeBody, coHostBody, CoHostLink, enterEventBody } from '#shared/wire/coHosts.ts';
import type {
  ActAnswer,
  actBody,
  CoHostNow,
  DialsNow,
  GatheringItem,
  GatheringNow,
  gatheringBody,
  moveBody,
  PersonAtTable,
  TreatmentsNow,
} from '#shared/wire/gatherings.ts';
import { type ApiResult, ask, bearing, json, methodsAt } from './asking.ts';
import { pathTo } from './ownAddress.ts';

/** The calls about events of many tables; failures are values. */
export interface EventApi {
  open(body: z.input<typeof gatheringBody>): Promise<ApiResult<{ code: string }>>;
  all(): Promise<ApiResult<readonly GatheringItem[]>>;
  now(code: string): Promise<ApiResult<GatheringNow>>;
  /** The wall of an event. */
  dials(code: string): Promise<ApiResult<DialsNow>>;
  /** Gives one command to several tables. */
  act(code: string, body: z.input<typeof actBody>): Promise<ApiResult<ActAnswer>>;
  /** Which table has which treatment; that it was asked is noted. */
  treatments(code: string): Promise<ApiResult<TreatmentsNow>>;
  people(code: string): Promise<ApiResult<readonly PersonAtTable[]>>;
  /** Answers with everybody's places afterwards. */
  move(code: string, body: z.input<typeof moveBody>): Promise<ApiResult<readonly PersonAtTable[]>>;
  /** The co-hosts with their links, for the host. */
  coHosts(code: string): Promise<ApiResult<readonly CoHostLink[]>>;
  /** Makes a link; answers with all of them. */
  addCoHost(code: string, body: z.input<typeof coHostBody>): Promise<ApiResult<readonly CoHostLink[]>>;
  /** Ends a link; answers with those that are left. */
  endCoHost(code: string, id: string): Promise<ApiResult<readonly CoHostLink[]>>;
  /** Exchanges the secret of a co-host's link for a cookie. */
  enter(code: string, body: z.input<typeof enterEventBody>): Promise<ApiResult<CoHostNow>>;
  /** Puts a co-host in charge of tables, or nobody. */
  charge(code: string, body: z.input<typeof chargeBody>): Promise<ApiResult<unknown>>;
  /** The pass to the table to which the host has brought this person, from their pass to the old one. */
  follow(code: string, token: string): Promise<ApiResult<SeatPass>>;
}

/** The calls to the server at `origin`, including the path it is under. */
export function eventApiAt(origin: string): EventApi {
  const { get, post } = methodsAt(origin);
  const at = (code: string): string => `events/${encodeURIComponent(code)}`;
  return {
    open: async (body) => post('events', body),
    all: async () => get('events'),
    now: async (code) => get(at(code)),
    dials: async (code) => get(`${at(code)}/dials`),
    act: async (code, body) => post(`${at(code)}/acts`, body),
    treatments: async (code) => post(`${at(code)}/treatments`, {}),
    people: async (code) => get(`${at(code)}/people`),
    move: async (code, body) => post(`${at(code)}/move`, body),
    coHosts: async (code) => get(`${at(code)}/co-hosts`),
    addCoHost: async (code, body) => post(`${at(code)}/co-hosts`, body),
    endCoHost: async (code, id) => post(`${at(code)}/co-hosts/${encodeURIComponent(id)}/end`, {}),
    enter: async (code, body) => post(`${at(code)}/enter`, body),
    charge: async (code, body) => post(`${at(code)}/charge`, body),
    follow: async (code, token) =>
      ask(
        `${origin}/api/sessions/${encodeURIComponent(code)}/follow`,
        { method: 'POST', ...bearing(token) },
        json<SeatPass>,
      ),
  };
}

/** The calls to this page's server. */
export const eventApi: EventApi = eventApiAt(pathTo('/').slice(0, -1));
