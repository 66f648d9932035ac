import type { Request, RequestHandler } from 'express';
import type { ServerDamage } from '#shared/wire/damage.ts';
import type { PrivacyFacts } from '#shared/wire/library.ts';
import type { TrustProxy } from '../config.ts';
import type { ServerStanding } from '#shared/wire/serverFacts.ts';
import type { Registry } from '../rooms/registry.ts';
import type { Meters } from '../lib/meters.ts';
import type { ServerLog } from '../lib/serverLog.ts';
import type { ServerTime } from '../lib/serverTime.ts';
import type { ErasureList } from '../store/erasureList.ts';
import type { SessionStore } from '../store/sessionStore.ts';
import type { Asker } from '../lib/asker.ts';
import type { FailureLimit } from './failureLimit.ts';
import type { Floods } from './floods.ts';
import { refuse } from './errors.ts';
import type { HostDoor } from './hostDoor.ts';
import type { JoinAddress } from './joinAddress.ts';
import type { HostKey } from './hostKey.ts';
import type { PublicAddress } from './publicAddress.ts';

/** What the routes share. */
export interface HttpContext {
  readonly registry: Registry;
  readonly store: SessionStore;
  readonly door: HostDoor;
  readonly key: HostKey;
  /** Failed codes, tokens and secrets. */
  readonly failures: FailureLimit;
  /** Who floods the server with what it refuses. */
  readonly floods: Floods;
  /** Tries at the host's password. */
  readonly logins: FailureLimit;
  /** Takes one start of a practice session by a browser; false when there were too many. */
  readonly takePractice: (asker: Asker) => Promise<boolean>;
  readonly log: ServerLog;
  readonly time: ServerTime;
  /** Where other devices are sent to. */
  readonly joinAddress: JoinAddress;
  /** The server is on its way out and takes nothing new. */
  readonly isDraining: () => boolean;
  /** How people reach this server. */
  readonly reach: PublicAddress;
  /** Whose word counts about the address a request comes from. */
  readonly trustProxy: TrustProxy;
  readonly dataDir: string;
  /** What was erased or deleted, so that it stays so in backups. */
  readonly erasures: ErasureList;
  /** Which backups are made. */
  readonly keeping: Pick<PrivacyFacts, 'backsUp' | 'backupsBeside'>;
  /** Settings that could not be read when the server started, and were replaced. */
  readonly damagedSettings: ServerDamage['settings'];
  /** Version of the program. */
  readonly build: string;
  readonly meters: Meters;
  /** How the server stands now. */
  readonly standing: () => Promise<ServerStanding>;
  /** Opens `/metrics` to programs on other computers; null: it is for this computer alone. */
  readonly metricsToken: string | null;
  /** When the newest nightly backup was made; null: there is none. */
  readonly newestBackupMs: () => number | null;
}

/** Whether a request carries the host's cookie. */
export function isHost(context: HttpContext, request: Request): Promise<boolean> {
  return context.door.isHost(request.headers.cookie, context.time.now());
}

/** Lets only the host through. */
export function hostOnly(context: HttpContext): RequestHandler {
  return async (request, response, next) => {
    if (await isHost(context, request)) next();
    else refuse(response, 403, 'notHost', 'this is for the host: open the address printed at start');
  };
}
