import type { FreeText } from '#shared/log/line.ts';
import type { LibraryOrder } from '#shared/wire/library.ts';

/** Where a kept session stands. */
export type SessionStatus = 'open' | 'ended' | 'cancelled';

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
  /** One person's practice. */
  readonly practice?: boolean;
  /** Days after its last entry at which it is deleted for good; null keeps it. Promised when it was opened. */
  readonly keepDays?: number | null;
  /** Where an imported record came from; null: it was opened here. */
  readonly origin?: SessionOrigin | null;
}

/** The file that an imported record was read from, and when. */
export interface SessionOrigin {
  readonly file: string;
  readonly atMs: number;
}

/** The host's own words about a session. */
export interface SessionDescription {
  readonly name: string;
  readonly note: string;
  readonly tags: readonly string[];
}

/** A record that comes with a new session: kept with it or not at all. */
export interface WholeRecord {
  readonly lines: readonly StoredLine[];
  readonly texts: readonly FreeText[];
  readonly status: SessionStatus;
}

/** A kept session without its lines. */
export interface StoredSession extends Required<NewSession>, SessionDescription {
  /** Since when it is deleted; it can be taken back for a while. Null: it is not. */
  readonly deletedMs: number | null;
  /** Time of its last line, or of its opening. */
  readonly lastMs: number;
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

/** A scenario that the host has brought, as the text of its file. */
export interface StoredPack {
  readonly id: string;
  /** 1 at first, one more each time another file took its place. */
  readonly version: number;
  /** SHA-256 of the body. */
  readonly hash: string;
  readonly body: string;
  /** Anybody may practise it alone. */
  readonly practice: boolean;
  /** When this version was brought, in ms. */
  readonly keptMs: number;
}

/** Which sessions to list. What is left out is not asked. */
export interface SessionQuery {
  /** Words that all stand in the titles, the name, the note, the tags or the code, any case and accents; empty finds all. */
  readonly search?: string;
  readonly status?: SessionStatus;
  readonly practice?: boolean;
  readonly deleted?: boolean;
  readonly code?: string;
  readonly headerHash?: string;
  /** The id of the scenario that it was opened from. */
  readonly scenario?: string;
  /** Opened at this time in ms or later, and before that. */
  readonly fromMs?: number;
  readonly beforeMs?: number;
  readonly order?: LibraryOrder;
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
  create(session: NewSession, record?: WholeRecord): Promise<void>;
  /** Rejects with `fenced` where the log has another head or the session is deleted, with `duplicateKey` where a line's key is already in it. */
  append(append: Append): Promise<void>;
  /** The lines of a log in order, from a number on (first: 1). */
  read(session: string, fromSeq?: number): Promise<readonly StoredLine[]>;
  byId(session: string): Promise<StoredSession | null>;
  /** Null also for a session that is deleted. */
  byCode(code: string): Promise<StoredSession | null>;
  /** The newest first, where no other order is asked. */
  list(query: SessionQuery): Promise<readonly StoredSession[]>;
  /** How many sessions a query finds; limit and offset do not count. */
  count(query: Omit<SessionQuery, 'limit' | 'offset'>): Promise<number>;
  describe(session: string, description: SessionDescription): Promise<void>;
  /** Deletes a session in a way that can be taken back, which null does. */
  setDeleted(session: string, atMs: number | null): Promise<void>;
  /** Afterwards nothing of the session is left. */
  remove(session: string): Promise<void>;
  /** The sessions whose time is over: deleted long ago, practice of yesterday, kept as long as was promised. */
  expired(nowMs: number): Promise<readonly StoredSession[]>;
  texts(session: string): Promise<readonly FreeText[]>;
  /** Afterwards nothing of the text is left; the chain keeps its digest. */
  eraseText(session: string, textId: string): Promise<void>;
  putToken(grant: TokenGrant): Promise<void>;
  findToken(tokenHash: string): Promise<TokenGrant | null>;
  /** What is kept for the whole server under a name, or null. */
  setting(name: string): Promise<string | null>;
  /** Keeps a value under a name, in place of the one before. */
  putSetting(name: string, value: string): Promise<void>;
  /** The scenarios that the host has brought, by id. */
  packs(): Promise<readonly StoredPack[]>;
  /** Keeps a scenario in place of the one with its id. */
  putPack(pack: StoredPack): Promise<void>;
  removePack(id: string): Promise<void>;
  /** Whether a write would be kept now. */
  isHealthy(): Promise<boolean>;
  close(): Promise<void>;
}

/** A text as it is searched for: compatibility forms and accents folded, lower case; the same in every database. */
export function searchable(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
