import type { FreeText } from '#shared/log/line.ts';
import type { LibraryOrder } from '#shared/wire/library.ts';

/** The status of a stored session. */
export type SessionStatus = 'open' | 'ended' | 'cancelled';

/** A session at its opening; the text of its header is kept whole. */
export interface NewSession {
  /** Never shown; key of the log and the tables. */
  readonly id: string;
  /** The join code; unique over all sessions. */
  readonly code: string;
  /** Search words (titles of the scenario), in any case and script. */
  readonly searchText: string;
  /** The header as canonical JSON, and its hash. */
  readonly header: string;
  readonly headerHash: string;
  /** Server time in ms. */
  readonly created: number;
  /** One person's practice. */
  readonly practice?: boolean;
  /** Days after its last entry until it is deleted for good; null keeps it. Promised when it was opened. */
  readonly keepDays?: number | null;
  /** The origin of an imported record; null: it was opened here. */
  readonly origin?: SessionOrigin | null;
}

/** The file that an imported record came from, and the time of the import. */
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

/** A record that comes with a new session: stored with it or not at all. */
export interface WholeRecord {
  readonly lines: readonly StoredLine[];
  readonly texts: readonly FreeText[];
  readonly status: SessionStatus;
}

/** A stored session without its lines. */
export interface StoredSession extends Required<NewSession>, SessionDescription {
  /** Since when it is deleted; for a while it can be restored. Null: it is not. */
  readonly deletedMs: number | null;
  /** Time of its last line, or of its opening. */
  readonly lastMs: number;
  readonly status: SessionStatus;
  /** Number and hash of the last line; 0 and the header's hash before the first. */
  readonly headSeq: number;
  readonly headHash: string;
}

/** A stored log line: its canonical text and its search keys. */
export interface StoredLine {
  readonly seq: number;
  readonly at: number;
  readonly key: string;
  readonly hash: string;
  readonly text: string;
}

/** Lines to append together with the free texts that they name, fenced by the number of the line they must follow. */
export interface Append {
  readonly session: string;
  readonly expectedHead: number;
  readonly lines: readonly StoredLine[];
  /** The session's status after these lines. */
  readonly status: SessionStatus;
  /** The free texts that the lines name: stored with them or not at all. */
  readonly texts?: readonly FreeText[];
  /** Ids of texts that these replace: erased with the append or not at all. */
  readonly erased?: readonly string[];
}

/** The person for whom a token opens a session; only the token's SHA-256 is ever stored. */
export interface TokenGrant {
  readonly tokenHash: string;
  readonly session: string;
  readonly kind: 'delegate' | 'host';
  /** Null for a host. */
  readonly seat: string | null;
  /** Delegate id or host id. */
  readonly holder: string;
}

/** A link that opens the record of a session; only the SHA-256 of its secret is ever stored. */
export interface ShareLinkGrant {
  readonly secretHash: string;
  readonly session: string;
  /** Whoever opens it sees the names that people typed. */
  readonly names: boolean;
  /** When it was made, in ms. */
  readonly madeMs: number;
}

/** A scenario that the host has uploaded, as the text of its file. */
export interface StoredPack {
  readonly id: string;
  /** 1 at first, plus one for each file that replaced it. */
  readonly version: number;
  /** SHA-256 of the body. */
  readonly hash: string;
  readonly body: string;
  /** Anybody may practise it. */
  readonly practice: boolean;
  /** Time of the upload of this version, in ms. */
  readonly keptMs: number;
}

/** Which table of which event a session is; tables count from 1. */
export interface TablePlace {
  readonly gathering: string;
  readonly number: number;
}

/** An event of many tables at its opening. */
export interface NewGathering {
  readonly id: string;
  /** Its join code; unique over all events and sessions. */
  readonly code: string;
  /** What it was opened with, as JSON. */
  readonly opening: string;
  /** Server time in ms. */
  readonly created: number;
}

/** Somebody to whom the host of an event has given a link, by the name that the host typed. */
export interface StoredCoHost {
  readonly id: string;
  readonly name: string;
  /** When the link was made, in ms. */
  readonly madeMs: number;
}

/** An event of many tables with its tables, in their order, and its co-hosts, in the order of their links. */
export interface StoredGathering extends NewGathering {
  readonly tables: readonly {
    readonly session: string;
    readonly number: number;
    readonly code: string;
    /** The id of the co-host in charge of it, or null. */
    readonly coHost: string | null;
  }[];
  readonly coHosts: readonly StoredCoHost[];
}

/** What a host did to an event: its number from 1 on, its time, and the act as JSON. */
export interface StoredAct {
  readonly seq: number;
  readonly at: number;
  readonly body: string;
}

/** Which sessions to list. Omitted fields filter nothing. */
export interface SessionQuery {
  /**
   * Words that must all appear in the titles, the name, the note, the tags or the code, in any case and with any accents; empty
   * finds all.
   */
  readonly search?: string;
  readonly status?: SessionStatus;
  readonly practice?: boolean;
  readonly deleted?: boolean;
  readonly code?: string;
  readonly headerHash?: string;
  /** The id of its scenario. */
  readonly scenario?: string;
  /** Opened at this time in ms or later, and before that. */
  readonly fromMs?: number;
  readonly beforeMs?: number;
  readonly order?: LibraryOrder;
  /** At most 500. */
  readonly limit: number;
  readonly offset?: number;
}

/** Why the store could not write something. */
export type StoreFaultCode = 'fenced' | 'duplicateKey' | 'codeTaken' | 'unavailable';

/** The store's error when nothing was written. */
export class StoreError extends Error {
  readonly code: StoreFaultCode;
  constructor(code: StoreFaultCode, message: string) {
    super(message);
    this.name = 'StoreError';
    this.code = code;
  }
}

/**
 * The store of sessions. Everything that resolves is durable: it survives `kill -9` and a power cut. Everything that rejects
 * (always with a `StoreError`) left nothing behind.
 */
export interface SessionStore {
  /** Rejects with `codeTaken` if the code is in use. `place` makes the session a table of an event. */
  create(session: NewSession, record?: WholeRecord, place?: TablePlace): Promise<void>;
  /**
   * Rejects with `fenced` if the log has another head or the session is deleted, with `duplicateKey` if a line's key is already in
   * it.
   */
  append(append: Append): Promise<void>;
  /** The lines of a log in order, from a number on (first: 1). */
  read(session: string, fromSeq?: number): Promise<readonly StoredLine[]>;
  byId(session: string): Promise<StoredSession | null>;
  /** Null also for a session that is deleted. */
  byCode(code: string): Promise<StoredSession | null>;
  /** The newest first, unless the query asks for another order. */
  list(query: SessionQuery): Promise<readonly StoredSession[]>;
  /** How many sessions a query finds; limit and offset do not count. */
  count(query: Omit<SessionQuery, 'limit' | 'offset'>): Promise<number>;
  describe(session: string, description: SessionDescription): Promise<void>;
  /** Deletes a session reversibly; null restores it. */
  setDeleted(session: string, atMs: number | null): Promise<void>;
  /** Afterwards nothing of the session is left. */
  remove(session: string): Promise<void>;
  /** The sessions whose time of keeping is over: deleted long ago, yesterday's practice, or past the promised date. */
  expired(nowMs: number): Promise<readonly StoredSession[]>;
  texts(session: string): Promise<readonly FreeText[]>;
  /** Afterwards nothing of the text is left; the chain keeps its digest. */
  eraseText(session: string, textId: string): Promise<void>;
  putToken(grant: TokenGrant): Promise<void>;
  findToken(tokenHash: string): Promise<TokenGrant | null>;
  putShareLink(link: ShareLinkGrant): Promise<void>;
  findShareLink(secretHash: string): Promise<ShareLinkGrant | null>;
  /** The links to a session, the oldest first. */
  shareLinks(session: string): Promise<readonly ShareLinkGrant[]>;
  /** Afterwards the link leads nowhere. */
  removeShareLink(session: string, secretHash: string): Promise<void>;
  /** The setting of the whole server with a name, or null. */
  setting(name: string): Promise<string | null>;
  /** Stores a value under a name and replaces the previous one. */
  putSetting(name: string, value: string): Promise<void>;
  /** The scenarios that the host has uploaded, by id. */
  packs(): Promise<readonly StoredPack[]>;
  /** Stores a scenario and replaces the one with its id. */
  putPack(pack: StoredPack): Promise<void>;
  removePack(id: string): Promise<void>;
  /** Stores an event of many tables, which has none yet. Rejects with `codeTaken` if the code is in use. */
  createGathering(gathering: NewGathering): Promise<void>;
  /** Every event, or the one with a code, the oldest first; an event goes with its last table. */
  gatherings(code?: string): Promise<readonly StoredGathering[]>;
  /** Rejects with `fenced` if the act does not follow the last one. */
  addAct(gathering: string, act: StoredAct): Promise<void>;
  acts(gathering: string): Promise<readonly StoredAct[]>;
  putCoHost(gathering: string, coHost: StoredCoHost): Promise<void>;
  /** Afterwards neither the name nor a token of theirs is left, and nobody is in charge of their tables. */
  removeCoHost(gathering: string, id: string): Promise<void>;
  /** Puts a co-host in charge of the tables with these numbers, or nobody. */
  setCharge(gathering: string, numbers: readonly number[], coHost: string | null): Promise<void>;
  /** Whether a write would succeed now. */
  isHealthy(): Promise<boolean>;
  close(): Promise<void>;
}

/** A text in search form: compatibility forms and accents folded, lower case; the same in every database. */
export function searchable(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
