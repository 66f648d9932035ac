/** The possible results of a person's command. */
export const commandResults = ['accepted', 'refused', 'malformed', 'notStored', 'tooMany'] as const;
/** The result of a person's command. */
export type CommandResult = (typeof commandResults)[number];

/** States of sessions that are awake; practice counts separately, whatever its phase. */
export const awakeStates = ['lobby', 'running', 'paused', 'ended', 'practice'] as const;
/** A state of a session that is awake. */
export type AwakeState = (typeof awakeStates)[number];

/** How long something takes, over the last five minutes. */
export interface LatencyFacts {
  readonly medianMs: number;
  readonly p95Ms: number;
}

/** The state of the server at one moment. */
export interface ServerStanding {
  readonly sessions: Readonly<Record<AwakeState, number>>;
  /** Sessions in the store that are not deleted. */
  readonly kept: number;
  /** Delegates who are connected. */
  readonly people: number;
  /** Open live connections. */
  readonly sockets: number;
  /** Size of the database with its log. */
  readonly storeBytes: number;
  /** Starts on this data, with this one; of all servers of a database. */
  readonly starts: number;
  /** Starts after a stop that was not proper. */
  readonly crashes: number;
}

/** A kind of refusal, and how often it occurred. `command`: by a rule of the game; `page`: by an API of the server. */
export interface RefusalFacts {
  readonly door: 'command' | 'page';
  readonly code: string;
  readonly times: number;
}

/** `GET /api/host/server` (host): how the server is doing. Counts and times are its own, since its start. */
export interface ServerFacts {
  readonly version: string;
  /** A new line can be stored now. */
  readonly keeps: boolean;
  /** The server is shutting down. */
  readonly draining: boolean;
  readonly nowMs: number;
  readonly startedMs: number;
  /** The servers on the database, and how many of them did not answer just now; the status is of the others. */
  readonly servers: { readonly all: number; readonly silent: number };
  /** Of all servers that answered, but the size of the database, which is this one's own. */
  readonly standing: ServerStanding;
  readonly commands: Readonly<Record<CommandResult, number>>;
  /** The most frequent first, at most ten. */
  readonly refusals: readonly RefusalFacts[];
  /** Null: not measured yet. */
  readonly append: LatencyFacts | null;
  readonly publish: LatencyFacts | null;
  /** Appends that wait for the store. */
  readonly waiting: number;
  /** Delay of the event loop, 99th percentile. */
  readonly delayMs: number;
  readonly memoryMiB: number;
  /** Null: the system does not say. */
  readonly freeMiB: number | null;
  readonly backsUp: boolean;
  /** When the newest nightly backup was made; null if there is none. */
  readonly newestBackupMs: number | null;
}
