import type { LiveSession } from '../session.ts';
import type { Identity } from './identity.ts';

/** Where rooms turn: which session a code names, who a token is, and whom to tell who is here. */
export interface Desk {
  sessionOf(code: string): LiveSession | null;
  /** Null for a token that opens nothing. */
  identify(token: string): Promise<Identity | null>;
  /** Tells which seats of a session have somebody connected, for its clock. */
  present(session: LiveSession, seats: ReadonlySet<string>): void;
  /** A fault of ours; only its kind and place are written down. */
  fault(where: string, error: unknown): void;
}
