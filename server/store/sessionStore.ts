import type { FreeText } from '#shared/log/line.ts';

type SessionStatus = 'open' | 'ended';

/** A session as it is opened: its header's text is kept whole. */
export interface NewSession {
  /** Never shown; the log and the tables are kept under it. */
  readonly id: string;
  /** The join code; unique over all sessions. */
  readonly code: string;
  /** Words it is found by (titles of the scenario), any case and script. */
  readonly searchText: string;
  /** The header as canonical JSON, and the hash in it. */
  readonly header: string;
  readonly headerHash: string;
  /** Server time in ms. */
  readonly created: number;
}

/** A kept session without its lines. */
export interface StoredSession extends NewSession {
  readonly status: SessionStatus;
  /** Number and hash of the last line; 0 and the header's hash before the first. */
  readonly headSeq: number;
  readonly headHash: string;
}

/** A line of the log as it is kept: its canonical text and what it is found by. */
export interface StoredLine {
  readonly seq: number;
  readonly at: number;
  readonly key: string;
  readonly hash: string;
  readonly text: string;
}

/** Lines to append in one piece with the free texts that they name, fenced by the number of the line they must follow. */
export interface Append {
  readonly session: string;
  readonly expectedHead: number;
  readonly lines: readonly StoredLine[];
  /** The session's status after these lines. */
  readonly status: SessionStatus;
  /** The free texts that the lines name: kept with them or not at all. */
  readonly texts?: readonly FreeText[];
  /** Ids of texts that these replace: erased with the append or not at all. */
  readonly erased?: readonly string[];
}

/** Who a token opens a session for; only the token's SHA-256 is ever kept. */
export interface TokenGrant {
  readonly tokenHash: string;
  readonly session: string;
  readonly kind: 'delegate' | 'host';
  /** Null for a host. */
  readonly seat: string | null;
  /** Delegate id or host id. */
  readonly holder: string;
}

/** Which sessions to list. */
export interface SessionQuery {
  /** Part of a title, any case; empty finds all. */
  readonly search?: string;
  readonly status?: SessionStatus;
  /** At most 500. */
  readonly limit: number;
  readonly offset?: number;
}

/** Why the store would not keep something. */
export type StoreFaultCode = 'fenced' | 'duplicateKey' | 'codeTaken' | 'unavailable';

/** The store's way to say that nothing was kept. */
export class StoreError extends Error {
  readonly code: StoreFaultCode;
  constructor(code: StoreFaultCode, message: string) {
    super(message);
    this.name = 'StoreError';
    this.code = code;
  }
}

/**
 * Where sessions are kept. Whatever resolves is durable: it survives `kill -9` and a cut of power. Whatever
 * rejects (always with a `StoreError`) left nothing behind.
 */
export interface SessionStore {
  /** Rejects with `codeTaken` where the code is in use. */
  create(session: NewSession): Promise<void>;
  /** Rejects with `fenced` where the log has another head, with `duplicateKey` where a line's key is already in it. */
  append(append: Append): Promise<void>;
  /** The lines of a log in order, from a number on (first: 1). */
  read(session: string, fromSeq?: number): Promise<readonly StoredLine[]>;
  byId(session: string): Promise<StoredSession | null>;
  byCode(code: string): Promise<StoredSession | null>;
  /** Newest first. */
  list(query: SessionQuery): Promise<readonly StoredSession[]>;
  texts(session: string): Promise<readonly FreeText[]>;
  /** Afterwards nothing of the text is left; the chain keeps its digest. */
  eraseText(session: string, textId: string): Promise<void>;
  putToken(grant: TokenGrant): Promise<void>;
  findToken(tokenHash: string): Promise<TokenGrant | null>;
  /** What is kept for the whole server under a name, or null. */
  setting(name: string): Promise<string | null>;
  /** Keeps a value under a name, in place of the one before. */
  putSetting(name: string, value: string): Promise<void>;
  /** Whether a write would be kept now. */
  isHealthy(): Promise<boolean>;
  close(): Promise<void>;
}

/** A text as it is searched for: compatibility forms and accents folded, lower case; the same in every database. */
export function searchable(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
