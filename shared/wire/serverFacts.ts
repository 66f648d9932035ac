/** What can come of a person's command. */
export const commandResults = ['accepted', 'refused', 'malformed', 'notStored', 'tooMany'] as const;
/** What came of a person’s command. */
export type CommandResult = (typeof commandResults)[number];

/** States of sessions that are awake; practice counts apart, whatever its phase. */
export const awakeStates = ['lobby', 'running', 'paused', 'ended', 'practice'] as const;
/** A state of a session that is awake. */
export type AwakeState = (typeof awakeStates)[number];

/** How long something takes, over the last five minutes. */
export interface LatencyFacts {
  readonly medianMs: number;
  readonly p95Ms: number;
}

/** How the server stands at one moment. */
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
  /** Starts of the server on this data directory, this one included. */
  readonly starts: number;
  /** Starts that followed an end without a proper stop. */
  readonly crashes: number;
}

/** A kind of no, and how often it was said. `command`: a rule of the game said it, `page`: a page of the server. */
export interface RefusalFacts {
  readonly door: 'command' | 'page';
  readonly code: string;
  readonly times: number;
}

/** `GET /api/host/server` (host): how the server is doing. Counts and times are since its start. */
export interface ServerFacts {
  readonly version: string;
  /** A line would be kept now. */
  readonly keeps: boolean;
  /** The server is on its way out. */
  readonly draining: boolean;
  readonly nowMs: number;
  readonly startedMs: number;
  readonly standing: ServerStanding;
  readonly commands: Readonly<Record<CommandResult, number>>;
  /** The most frequent first, at most ten. */
  readonly refusals: readonly RefusalFacts[];
  /** Null: nothing was measured yet. */
  readonly append: LatencyFacts | null;
  readonly publish: LatencyFacts | null;
  /** Appends that wait for the store. */
  readonly waiting: number;
  /** How long the server kept others waiting, 99th percentile. */
  readonly delayMs: number;
  readonly memoryMiB: number;
  /** Null: the system does not say. */
  readonly freeMiB: number | null;
  readonly backsUp: boolean;
  /** When the newest nightly backup was made; null: there is none. */
  readonly newestBackupMs: number | null;
}
