import type { Asker } from '../lib/asker.ts';
import type { Meters } from '../lib/meters.ts';
import type { LiveSession } from '../live/session.ts';
import type { Identity } from '#shared/run/identity.ts';

/** Who is connected: the seats with a connected person, and each delegate. */
export interface Connected {
  readonly seats: ReadonlySet<string>;
  readonly delegates: ReadonlySet<string>;
}

/** The count of clients that flood the server. */
export interface FloodCount {
  /** A socket from this browser and address had to be closed for what it sent. */
  socketClosed(asker: Asker): Promise<void>;
  /** The socket came for which a place was kept. */
  placeTaken(asker: Asker): Promise<void>;
}

/** What rooms ask the registry: which session a code names, whose a token is, and whom to tell about connections. */
export interface RegistryForRooms {
  readonly meters: Pick<Meters, 'answered' | 'refused' | 'publishing'>;
  readonly floods: FloodCount;
  sessionOf(code: string): LiveSession | null;
  /** Null for an invalid token. A call with a token keeps a place alive that no device has connected to yet. */
  identify(token: string): Promise<Identity | null>;
  /** Whether a co-host's link was ended: their sockets are closed, and no new one opens. */
  isDismissed(host: string): boolean;
  /** Tells a session's clock who is connected. */
  present(session: LiveSession, presence: Connected): void;
  /** A fault of the program; only its kind and place are logged. */
  fault(where: string, error: unknown): void;
}
