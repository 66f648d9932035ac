import type { Asker } from '../lib/asker.ts';
import type { Meters } from '../lib/meters.ts';
import type { LiveSession } from '../live/session.ts';
import type { Identity } from './identity.ts';

/** Who is connected: the seats at which somebody is, and each delegate. */
export interface Connected {
  readonly seats: ReadonlySet<string>;
  readonly delegates: ReadonlySet<string>;
}

/** Where it is counted who floods the server. */
export interface FloodCount {
  /** A socket from behind this browser and address had to be closed for what it sent. */
  socketClosed(asker: Asker): Promise<void>;
}

/** Where rooms turn: which session a code names, who a token is, and whom to tell who is here. */
export interface RegistryForRooms {
  readonly meters: Pick<Meters, 'answered' | 'refused' | 'publishing'>;
  readonly floods: FloodCount;
  sessionOf(code: string): LiveSession | null;
  /** Null for a token that opens nothing. Asking with a token keeps a place that no device has connected to yet. */
  identify(token: string): Promise<Identity | null>;
  /** Tells who of a session is connected, for its clock. */
  present(session: LiveSession, presence: Connected): void;
  /** Our own fault; only its kind and place are logged. */
  fault(where: string, error: unknown): void;
}
