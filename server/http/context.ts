import type { Request, RequestHandler } from 'express';
import type { ServerDamage } from '#shared/wire/damage.ts';
import type { PrivacyFacts } from '#shared/wire/library.ts';
import type { TrustProxy } from '../config.ts';
import type { ServerStanding } from '#shared/wire/serverFacts.ts';
import type { Gatherings } from '../rooms/gatherings.ts';
import type { Registry } from '../rooms/registry.ts';
import type { Ownership } from '../store/ownership.ts';
import type { Meters } from '../lib/meters.ts';
import type { ServerLog } from '../lib/serverLog.ts';
import type { ServerTime } from '../lib/serverTime.ts';
import type { ErasureList } from '../store/erasureList.ts';
import type { SessionStore } from '../store/sessionStore.ts';
import type { FailureLimit, UseLimit } from './failureLimit.ts';
import type { Floods } from './floods.ts';
import { refuse } from './errors.ts';
import type { HostDoor } from './hostDoor.ts';
import type { JoinAddress } from './joinAddress.ts';
import type { PeerLink } from './peerLink.ts';
import type { HostKey } from './hostKey.ts';
import type { PublicAddress } from './publicAddress.ts';

/** What all routes share. */
export interface HttpContext {
  readonly registry: Registry;
  /** The events of many tables. */
  readonly gatherings: Gatherings;
  readonly store: SessionStore;
  /** Which server runs a session. */
  readonly ownership: Ownership;
  /** The way to the other servers. */
  readonly peerLink: PeerLink;
  readonly door: HostDoor;
  readonly key: HostKey;
  /** Counts failed codes, tokens and secrets. */
  readonly failures: FailureLimit;
  /** Counts the clients that flood the server with requests it refuses. */
  readonly floods: Floods;
  /** Counts attempts at the host's password. */
  readonly logins: FailureLimit;
  /** Counts starts of practice sessions. */
  readonly practice: UseLimit;
  readonly log: ServerLog;
  readonly time: ServerTime;
  /** The address that other devices are sent to. */
  readonly joinAddress: JoinAddress;
  /** The server is stopping and accepts nothing new. */
  readonly isDraining: () => boolean;
  /** The address under which people reach this server. */
  readonly reach: PublicAddress;
  /** Which proxies may state the address that a request comes from. */
  readonly trustProxy: TrustProxy;
  readonly dataDir: string;
  /** The list of what was erased or deleted, so that backups erase it as well. */
  readonly erasures: ErasureList;
  /** Which backups the server makes. */
  readonly keeping: Pick<PrivacyFacts, 'backsUp' | 'backupsBeside'>;
  /** Settings that could not be read at the start and were replaced. */
  readonly damagedSettings: ServerDamage['settings'];
  /** The version of the program. */
  readonly build: string;
  readonly meters: Meters;
  /** How many live connections to rooms of other servers run through this one. */
  readonly passedOn: () => number;
  /** The server's current status. */
  readonly standing: () => Promise<ServerStanding>;
  /** Lets programs on other computers read `/metrics`; null: only this computer may. */
  readonly metricsToken: string | null;
  /** The time of the newest nightly backup; null: there is none. */
  readonly newestBackupMs: () => number | null;
}

/** Whether a request carries the host's cookie. */
export function isHost(context: HttpContext, request: Request): Promise<boolean> {
  return context.door.isHost(request.headers.cookie, context.time.now());
}

/** Admits only the host. */
export function hostOnly(context: HttpContext): RequestHandler {
  return async (request, response, next) => {
    if (await isHost(context, request)) next();
    else refuse(response, 403, 'notHost', 'this is for the host: open the address printed at start');
  };
}
