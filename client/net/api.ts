import type { z } from 'zod';
import type { Scenario } from '#shared/scenario/schema.ts';
import type {
  AddressCard,
  HostPass,
  HostStanding,
  JoinCard,
  Preset,
  Readiness,
  RejoinCard,
  ScenarioListItem,
  SeatPass,
  SessionListItem,
  addressBody,
  enterBody,
  loginBody,
  pressedOpeningBody,
  passwordBody,
  practiceBody,
  presetBody,
  presetNameBody,
  rejoinBody,
  takeSeatBody,
} from '#shared/wire/api.ts';
import type { PackAnswer, packBody } from '#shared/wire/packs.ts';
import type { ServerDamage } from '#shared/wire/damage.ts';
import type {
  descriptionBody,
  LibraryPage,
  PersonWithWords,
  PrivacyFacts,
  Retention,
} from '#shared/wire/library.ts';
import type { NewShareLink, ShareLink, shareLinkBody } from '#shared/wire/shareLinks.ts';
import type { ServerFacts } from '#shared/wire/serverFacts.ts';
import { pathTo } from './ownAddress.ts';
import { type ApiResult, ask, bearing, json, methodsAt } from './asking.ts';
import { type StandIn, standIn } from './standIn.ts';

/** The server's HTTP API, one call per route; failures are values. */
export interface Api {
  scenarios(): Promise<ApiResult<readonly ScenarioListItem[]>>;
  /** A whole scenario with every brief; requires the host's cookie. */
  scenario(id: string, seats?: string | null): Promise<ApiResult<Scenario>>;
  /** The whole scenario as the session with this code was opened from it: for the host's cookie alone. */
  scenarioOf(code: string): Promise<ApiResult<Scenario>>;
  /** The scenarios that the host may open, including the host's own. */
  hostScenarios(): Promise<ApiResult<readonly ScenarioListItem[]>>;
  /** Checks and stores a scenario file; `replace` names the version that it replaces. */
  bringPack(text: string, replace: number | null): Promise<ApiResult<PackAnswer>>;
  /** Sets whether anybody may practise a scenario of the host's own. */
  allowPractice(id: string, body: z.input<typeof packBody>): Promise<ApiResult<readonly ScenarioListItem[]>>;
  removePack(id: string): Promise<ApiResult<readonly ScenarioListItem[]>>;
  address(): Promise<ApiResult<AddressCard>>;
  /** Chooses the address for other devices, for the host. */
  chooseAddress(body: z.input<typeof addressBody>): Promise<ApiResult<AddressCard>>;
  /** Exchanges the secret of the printed address for the host's cookie. */
  enterHost(body: z.input<typeof enterBody>): Promise<ApiResult<HostStanding>>;
  /** Exchanges the host's password for the host's cookie. */
  loginHost(body: z.input<typeof loginBody>): Promise<ApiResult<HostStanding>>;
  /** Sets or changes the host's password. */
  setPassword(body: z.input<typeof passwordBody>): Promise<ApiResult<HostStanding>>;
  hostStanding(): Promise<ApiResult<HostStanding>>;
  presets(): Promise<ApiResult<readonly Preset[]>>;
  keepPreset(body: z.input<typeof presetBody>): Promise<ApiResult<readonly Preset[]>>;
  deletePreset(body: z.input<typeof presetNameBody>): Promise<ApiResult<readonly Preset[]>>;
  /** The server's self-check, for the host. */
  readiness(): Promise<ApiResult<Readiness>>;
  /** What the server found damaged and set aside, for the host. */
  serverDamage(): Promise<ApiResult<ServerDamage>>;
  /** The server's status, for the host. */
  serverFacts(): Promise<ApiResult<ServerFacts>>;
  openSession(body: z.input<typeof pressedOpeningBody>): Promise<ApiResult<{ code: string }>>;
  sessions(): Promise<ApiResult<readonly SessionListItem[]>>;
  hostPass(code: string): Promise<ApiResult<HostPass>>;
  joinCard(code: string): Promise<ApiResult<JoinCard>>;
  takeSeat(code: string, body: z.input<typeof takeSeatBody>): Promise<ApiResult<SeatPass>>;
  /** The code that lets this person return on another device. */
  rejoinCode(code: string, token: string): Promise<ApiResult<RejoinCard>>;
  rejoin(code: string, body: z.input<typeof rejoinBody>): Promise<ApiResult<SeatPass>>;
  practice(body: z.input<typeof practiceBody>): Promise<ApiResult<SeatPass>>;
  /** A page of the host's library. `query` is written as after the `?` of an address. */
  library(query: string): Promise<ApiResult<LibraryPage>>;
  /** The host's own words about a session. */
  describe(code: string, body: z.input<typeof descriptionBody>): Promise<ApiResult<unknown>>;
  deleteSession(code: string): Promise<ApiResult<unknown>>;
  restoreSession(code: string): Promise<ApiResult<unknown>>;
  /** The people whose words are stored in a session. */
  peopleWithWords(code: string): Promise<ApiResult<readonly PersonWithWords[]>>;
  /** Erases a person's words, or with null everybody's, for good. */
  eraseWords(code: string, delegate: string | null): Promise<ApiResult<{ erased: number }>>;
  /**
   * Verifies the text of a record and stores it under a new code. A failure's message is the place of the fault, or the code of the
   * existing session.
   */
  importRecord(file: string, text: string): Promise<ApiResult<{ code: string }>>;
  retention(): Promise<ApiResult<Retention>>;
  setRetention(body: Retention): Promise<ApiResult<Retention>>;
  /** What this server stores, and for how long. */
  privacy(): Promise<ApiResult<PrivacyFacts>>;
  /** The links to the record of an ended session that work, for its host. */
  shareLinks(code: string): Promise<ApiResult<readonly ShareLink[]>>;
  makeShareLink(code: string, body: z.input<typeof shareLinkBody>): Promise<ApiResult<NewShareLink>>;
  /** Answers with the links that are left. */
  withdrawShareLink(code: string, id: string): Promise<ApiResult<readonly ShareLink[]>>;
  /** The record that a link leads to, as JSON Lines. */
  sharedRecord(secret: string): Promise<ApiResult<string>>;
  /**
   * The session's log as JSON Lines: for the host by cookie or token, for participants after the end, for watchers while the host
   * shows the replay. `open`: no more than watchers get, whoever asks.
   */
  log(code: string, token: string | null, copy?: 'own' | 'open'): Promise<ApiResult<string>>;
}

/** The API of the server at `origin`, including the path it is under. */
export function apiAt(origin: string): Api {
  const { get, send, post } = methodsAt(origin);
  return {
    scenarios: async () => get('scenarios'),
    scenario: async (id, seats = null) =>
      get(
        `scenarios/${encodeURIComponent(id)}${seats === null ? '' : `?seats=${encodeURIComponent(seats)}`}`,
      ),
    scenarioOf: async (code) => get(`${at(code)}/scenario`),
    ...packCalls(origin),
    address: async () => get('address'),
    chooseAddress: async (body) => send('PUT', 'host/address', body),
    enterHost: async (body) => post('host/enter', body),
    loginHost: async (body) => post('host/login', body),
    setPassword: async (body) => post('host/password', body),
    hostStanding: async () => get('host'),
    presets: async () => get('host/presets'),
    keepPreset: async (body) => send('PUT', 'host/presets', body),
    deletePreset: async (body) => post('host/presets/delete', body),
    readiness: async () => get('host/readiness'),
    serverDamage: async () => get('host/damage'),
    serverFacts: async () => get('host/server'),
    openSession: async (body) => post('sessions', body),
    sessions: async () => get('sessions'),
    hostPass: async (code) => post(`${at(code)}/host`, {}),
    joinCard: async (code) => get(at(code)),
    takeSeat: async (code, body) => post(`${at(code)}/seats`, body),
    rejoinCode: async (code, token) =>
      ask(`${origin}/api/${at(code)}/rejoin`, bearing(token), json<RejoinCard>),
    rejoin: async (code, body) => post(`${at(code)}/rejoin`, body),
    practice: async (body) => post('practice', body),
    ...libraryCalls(origin),
    ...recordCalls(origin),
  };
}

/** The API of this page's server, or of what stands in for it. */
export const api: Api = apiHere();

/** Where the program is a folder of files, what stands in for a server answers what it can, and nothing else is asked of anybody. */
function apiHere(): Api {
  const inPlace = standIn();
  const served = apiAt(pathTo('/').slice(0, -1));
  return inPlace === null ? served : { ...served, ...callsOf(inPlace) };
}

function callsOf(inPlace: StandIn): Pick<Api, 'scenarios' | 'scenario' | 'practice' | 'log'> {
  return {
    scenarios: async () => inPlace.scenarios(),
    scenario: async (id, seats = null) => inPlace.scenario(id, seats),
    practice: async ({ scenario = 'archipelago', plan = null, seat = null, openDeck = false }) =>
      inPlace.practice({ scenario, plan, seat, openDeck }),
    log: async (code) => inPlace.log(code),
  };
}

function at(code: string): string {
  return `sessions/${encodeURIComponent(code)}`;
}

function kept(code: string): string {
  return `library/${encodeURIComponent(code)}`;
}

function packCalls(
  origin: string,
): Pick<Api, 'hostScenarios' | 'bringPack' | 'allowPractice' | 'removePack'> {
  const { get, send, post } = methodsAt(origin);
  return {
    hostScenarios: async () => get('host/scenarios'),
    bringPack: async (text, replace) =>
      ask(
        `${origin}/api/host/packs${replace === null ? '' : `?replace=${replace}`}`,
        { method: 'POST', headers: { 'content-type': 'text/plain; charset=utf-8' }, body: text },
        json<PackAnswer>,
      ),
    allowPractice: async (id, body) => send('PUT', `host/packs/${encodeURIComponent(id)}`, body),
    removePack: async (id) => post(`host/packs/${encodeURIComponent(id)}/delete`, {}),
  };
}

type LibraryCalls = Pick<
  Api,
  | 'library'
  | 'describe'
  | 'deleteSession'
  | 'restoreSession'
  | 'peopleWithWords'
  | 'eraseWords'
  | 'importRecord'
  | 'retention'
  | 'setRetention'
  | 'privacy'
>;

function libraryCalls(origin: string): LibraryCalls {
  const { get, send, post } = methodsAt(origin);
  return {
    library: async (query) => get(`library?${query}`),
    describe: async (code, body) => send('PUT', kept(code), body),
    deleteSession: async (code) => post(`${kept(code)}/delete`, {}),
    restoreSession: async (code) => post(`${kept(code)}/restore`, {}),
    peopleWithWords: async (code) => get(`${kept(code)}/people`),
    eraseWords: async (code, delegate) => post(`${kept(code)}/erase`, { delegate }),
    importRecord: async (file, text) =>
      ask(
        `${origin}/api/library-import?file=${encodeURIComponent(file)}`,
        { method: 'POST', headers: { 'content-type': 'text/plain; charset=utf-8' }, body: text },
        json<{ code: string }>,
      ),
    retention: async () => get('library-retention'),
    setRetention: async (body) => send('PUT', 'library-retention', body),
    privacy: async () => get('privacy'),
  };
}

type RecordCalls = Pick<Api, 'log' | 'shareLinks' | 'makeShareLink' | 'withdrawShareLink' | 'sharedRecord'>;

function recordCalls(origin: string): RecordCalls {
  const { get, post } = methodsAt(origin);
  const text = async (path: string, token: string | null): Promise<ApiResult<string>> =>
    ask(`${origin}/api/${path}`, bearing(token), async (response) => response.text());
  return {
    log: async (code, token, copy = 'own') =>
      text(`${at(code)}/log${copy === 'open' ? '?copy=open' : ''}`, token),
    shareLinks: async (code) => get(`${kept(code)}/links`),
    makeShareLink: async (code, body) => post(`${kept(code)}/links`, body),
    withdrawShareLink: async (code, id) => post(`${kept(code)}/links/${encodeURIComponent(id)}/withdraw`, {}),
    sharedRecord: async (secret) => text('shared-record', secret),
  };
}
