import { createServer, type Server as HttpServer, type RequestListener } from 'node:http';
import { CloseCode, Server, matchMaker } from '@colyseus/core';
import { Encoder } from '@colyseus/schema';
import type { RequestHandler } from 'express';
import type { ServerDamage } from '#shared/wire/damage.ts';
import { TRIAL_ROOM } from '#shared/wire/trial.ts';
import type { PrivacyFacts } from '#shared/wire/library.ts';
import type { TrustProxy } from './config.ts';
import { failureLimit, useLimit } from './http/failureLimit.ts';
import { FailureNews } from './http/failureNews.ts';
import { Floods } from './http/floods.ts';
import { frontDoor } from './http/frontDoor.ts';
import type { HttpContext } from './http/context.ts';
import { type HostDoor, openHostDoor } from './http/hostDoor.ts';
import { type JoinAddress, joinAddress } from './http/joinAddress.ts';
import { hostKeyIn } from './http/hostKey.ts';
import { PassedSockets } from './http/passedSockets.ts';
import { PeerLink } from './http/peerLink.ts';
import { type PublicAddress, publicAddress } from './http/publicAddress.ts';
import { standingNow } from './http/standing.ts';
import { isExpected } from './rooms/expectedSocket.ts';
import { frameworkLog, quietSchema } from './rooms/frameworkLog.ts';
import { ReadSockets } from './rooms/readSockets.ts';
import { AmongServers } from './rooms/amongServers.ts';
import { SESSION_ROOM, sessionRoomAt } from './rooms/SessionRoom.ts';
import { Gatherings } from './rooms/gatherings.ts';
import { Registry } from './rooms/registry.ts';
import { TrialRoom } from './rooms/TrialRoom.ts';
import { KeptBack } from './lib/keptBack.ts';
import type { ServerLog } from './lib/serverLog.ts';
import type { Ownership, Peer } from './store/ownership.ts';
import type { UsualOf } from './live/noteUsual.ts';
import { sweepStore } from './live/sweep.ts';
import { Meters } from './lib/meters.ts';
import type { ServerTime } from './lib/serverTime.ts';
import { erasureList } from './store/erasureList.ts';
import { meteredStore } from './store/meteredStore.ts';
import type { SessionStore } from './store/sessionStore.ts';
import { noteStart, noteStop, noteVanished, type Starts } from './store/starts.ts';

/** What a server is built from. */
export interface AppInput {
  readonly store: SessionStore;
  /** Which sessions this server may run. */
  readonly ownership: Ownership;
  readonly dataDir: string;
  /** Settings that could not be read and were replaced. */
  readonly damagedSettings: ServerDamage['settings'];
  readonly log: ServerLog;
  readonly build: string;
  /** Serves the pages people open; null serves none. */
  readonly pages: RequestHandler | null;
  /** Pages come from their sources: their styles are written into them. */
  readonly isDev: boolean;
  /** The address under which people reach the server through a proxy; null when they reach it directly. */
  readonly publicUrl: string | null;
  /** Which proxies may state the address that a request comes from. */
  readonly trustProxy: TrustProxy;
  readonly time: ServerTime;
  /** Measures usual scores; absent: nobody measures them. */
  readonly usualOf?: UsualOf | undefined;
  /** Which backups are made, for the page on privacy. */
  readonly keeping: Pick<PrivacyFacts, 'backsUp' | 'backupsBeside'>;
  /** When the newest nightly backup was made; null: there is none. */
  readonly newestBackupMs: () => number | null;
  /** Lets programs on other computers read `/metrics`; null: only this computer may. */
  readonly metricsToken: string | null;
  /** How the other servers on the same database reach this one on its port. */
  readonly peerAddressAt: (port: number) => string;
  /** Addresses under which other devices reach the server on this port. */
  readonly addressesAt: (port: number) => Promise<readonly string[]>;
}

/** A server that is built and does not listen yet. */
export interface ServerApp {
  readonly registry: Registry;
  /** The set-up address secret and the password that make somebody the host. */
  readonly door: HostDoor;
  /** The address that other devices are sent to. */
  readonly joinAddress: JoinAddress;
  /** Wakes unfinished sessions, then listens. Resolves to the port; rejects with the system's error when the port is taken. */
  listen(port: number, host: string): Promise<number>;
  /** Asks every client to reconnect later, waits for pending commands, and closes. Leaves the store open. */
  close(): Promise<void>;
}

const MAX_PAYLOAD_BYTES = 8 * 1024;
const PING_EVERY_MS = 5000;
const SWEEP_EVERY_MS = 60_000;
const REMOVE_EVERY_MS = 3_600_000;

/** Builds the whole server around a store, without listening. A classroom and the tests run this same server. */
export function buildApp(given: AppInput): ServerApp {
  const input = metered(given);
  const http = createServer({ requestTimeout: 30_000, headersTimeout: 15_000 });
  const reach = publicAddress(input.publicUrl);
  let isDraining = false;
  const transport = transportOn(http, reach, () => isDraining);
  const registry = new Registry(input);
  const colyseus = roomsOf(registry, transport, input.log);
  const sockets = { sockets: () => transport.openSockets(), passedOn: () => passedSockets.count() };
  const parts = { port: () => portOf(http), isDraining: () => isDraining, ...sockets };
  const context = contextOf(input, { reach, registry, ...parts });
  const passedSockets = new PassedSockets(http, context);
  const among = new AmongServers({ ...input, registry });
  let stopSweeps = (): void => undefined;
  const loudSchema = quietSchema(input.log);
  const listen = async (port: number, host: string): Promise<number> => {
    await matchMaker.onReady;
    await input.begin();
    const reopened = await reopenAll(input, context);
    await matchMaker.createRoom(TRIAL_ROOM, {});
    await colyseus.listen(port, host);
    http.on('request', frontDoor(context, takenOver(http), input));
    stopSweeps = sweeping(input, registry);
    input.log.info({ reopened }, 'the server listens');
    await among.join(peerOf(input, portOf(http)), context.key.sign('servers').toString('base64url'));
    return portOf(http);
  };
  const close = async (): Promise<void> => {
    isDraining = true;
    stopSweeps();
    await among.leave();
    await colyseus.gracefullyShutdown(false);
    await registry.close();
    for (const one of [passedSockets, context.peerLink]) one.close();
    http.closeAllConnections();
    loudSchema();
    await input.end();
  };
  return { registry, door: context.door, joinAddress: context.joinAddress, listen, close };
}

/** The room framework with our rooms, and no door to it but ours. */
function roomsOf(registry: Registry, transport: ReadSockets, log: ServerLog): Server {
  Encoder.BUFFER_SIZE = 24 * 1024;
  const logger = frameworkLog(log);
  const colyseus = new Server({ greet: false, gracefullyShutdown: false, logger, transport });
  closeOtherDoors();
  colyseus.define(SESSION_ROOM, sessionRoomAt(registry));
  colyseus.define(TRIAL_ROOM, TrialRoom);
  return colyseus;
}

/** Removes what has expired, wakes unfinished sessions and reads which are tables of events; returns how many were woken. */
async function reopenAll(input: AppInput, { registry, gatherings, ownership }: HttpContext): Promise<number> {
  await removeExpired(input, registry);
  await gatherings.load();
  return ownership.isShared ? 0 : registry.reopen();
}

/** Collects what the routes share. */
function contextOf(
  input: Metered,
  parts: Pick<HttpContext, 'reach' | 'registry' | 'isDraining' | 'passedOn'> & {
    readonly port: () => number;
    readonly sockets: () => number;
  },
): HttpContext {
  const key = hostKeyIn(input.dataDir);
  const peerLink = new PeerLink(key, input.time.timeOfDay);
  const shared = {
    ...input,
    ...parts,
    gatherings: new Gatherings({ ...input, registry: parts.registry }),
    key,
    peerLink,
    door: openHostDoor(key, input.store),
    erasures: erasureList(input.dataDir),
    joinAddress: joinAddress(input.store, parts.port, input.addressesAt, parts.reach.answerAt),
  };
  return {
    ...shared,
    standing: async () => standingNow(shared),
    ...limits(new FailureNews(input.ownership, peerLink)),
  };
}

interface Metered extends AppInput {
  readonly meters: Meters;
  readonly floods: Floods;
  readonly starts: () => Starts;
  /** Counts the start. */
  begin(): Promise<void>;
  /** Counts servers that were gone without a proper stop. */
  vanished(servers: number): Promise<void>;
  /** Notes the proper stop, and stops measuring. */
  end(): Promise<void>;
}

/** The server's inputs, plus meters on the store and a count of clients that flood it. */
function metered(input: AppInput): Metered {
  const meters = new Meters();
  const store = meteredStore(input.store, meters);
  let starts: Starts = { starts: 0, crashes: 0 };
  return {
    ...input,
    store,
    meters,
    floods: new Floods(),
    starts: () => starts,
    begin: async () => {
      starts = await noteStart(store, input.ownership.isShared);
    },
    vanished: async (servers) => {
      starts = await noteVanished(store, servers);
    },
    end: async () => {
      meters.close();
      await noteStop(store);
    },
  };
}

/** Puts unused sessions to sleep and removes expired ones; returns the way to stop. */
function sweeping(input: AppInput, registry: Registry): () => void {
  const rest = setInterval(() => void registry.sweep(), SWEEP_EVERY_MS).unref();
  const remove = setInterval(() => void removeExpired(input, registry), REMOVE_EVERY_MS).unref();
  return () => {
    clearInterval(rest);
    clearInterval(remove);
  };
}

async function removeExpired(input: AppInput, registry: Registry): Promise<void> {
  const leave = async (code: string): Promise<void> => registry.rest(code, CloseCode.CONSENTED);
  await sweepStore(input, leave, input.time.timeOfDay());
}

/** Limits that hold on all servers of the database together. */
function limits(news: FailureNews): Pick<HttpContext, 'failures' | 'logins' | 'practice'> {
  return {
    failures: failureLimit({ perAsker: 30, perAddress: 600, everywhere: 1500 }, news.of('failures')),
    logins: failureLimit({ perAsker: 10, perAddress: 60, everywhere: 120 }, news.of('logins')),
    practice: useLimit(5, 120, news.of('practice')),
  };
}

/**
 * Sockets with their limits: refuses pages of other sites, sockets that no room expects (late, so that a script cannot ask as fast
 * as it is refused), and everybody while the server stops.
 */
function transportOn(http: HttpServer, reach: PublicAddress, isDraining: () => boolean): ReadSockets {
  const keptBack = new KeptBack();
  return new ReadSockets({
    server: http,
    maxPayload: MAX_PAYLOAD_BYTES,
    pingInterval: PING_EVERY_MS,
    pingMaxRetries: 3,
    beforeUpgrade: async ({ headers, url }) => {
      if (isDraining()) return new Response(null, { status: 503 });
      const [origin, host] = ['origin', 'host'].map((name) => headers.get(name) ?? undefined);
      if (!reach.isOwnHost(host) || !reach.isOwnPage(origin, host))
        return new Response(null, { status: 403 });
      if (isExpected(url)) return undefined;
      await keptBack.wait();
      return new Response(null, { status: 404 });
    },
  });
}

/** Only the server creates rooms, and no other site's page may read an answer. */
function closeOtherDoors(): void {
  matchMaker.controller.exposedMethods = ['joinById', 'reconnect'];
  Object.assign(matchMaker.controller, { DEFAULT_CORS_HEADERS: {}, getCorsHeaders: () => ({}) });
}

/** Takes the framework's request listener off the server, so that our front door comes first. */
function takenOver(http: HttpServer): RequestListener {
  const listeners = http.listeners('request');
  http.removeAllListeners('request');
  return (request, response) => {
    for (const listener of listeners) listener.call(http, request, response);
  };
}

/** How the other servers on the database find this one. */
function peerOf({ peerAddressAt }: AppInput, port: number): Peer {
  return { id: matchMaker.processId, address: peerAddressAt(port) };
}

function portOf(http: HttpServer): number {
  const address = http.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
