/** A server among several that use one database. */
export interface Peer {
  /** Its id, as the room framework names it in the addresses of sockets. */
  readonly id: string;
  /** How the other servers reach it, such as `http://10.0.0.5:2567`. */
  readonly address: string;
}

/**
 * Which of the servers on one database runs a session. At any time at most one adds to a session's log; all tables of an event are
 * run by the same server. Everything that rejects does so with a `StoreError`.
 */
export interface Ownership {
  /** Whether other servers may use the same database. */
  readonly isShared: boolean;
  /**
   * Makes this server known to the others, before it takes any session. Servers that share a database share their key as well:
   * `keyPrint` must be that of the others. Resolves to how many servers vanished without ending since somebody last began.
   */
  begin(self: Peer, keyPrint: string): Promise<number>;
  /** Takes a session, and with it all tables of its event. Null: this server runs it now; otherwise a living one that does. */
  take(session: string): Promise<Peer | null>;
  /** Whether this server runs a session, as far as it knows. */
  runs(session: string): boolean;
  /** Lets any server take the session. */
  giveUp(session: string): Promise<void>;
  /** The other living server that runs the session or event with a code; null if none does. */
  runnerOf(code: string): Promise<Peer | null>;
  /** The other living servers, as known within the last second or so. */
  peers(): readonly Peer[];
  /**
   * Codes of open sessions, practice excepted, that no other living server runs and that are not among those awake here (by id), in
   * any order; at most `limit`. A table of an event may be this server's and asleep, because its server takes all tables at once.
   */
  orphans(limit: number, awake: readonly string[]): Promise<readonly string[]>;
  /** Calls back with the ids of sessions that another server runs now, because nothing was heard of this one for too long. */
  onLost(listener: (sessions: readonly string[]) => void): void;
  /** Gives up everything and makes this server unknown to the others. */
  end(): Promise<void>;
}

/** The only server on its database: it runs every session. */
export const alone: Ownership = {
  isShared: false,
  begin: async () => 0,
  take: async () => null,
  runs: () => true,
  giveUp: async () => undefined,
  runnerOf: async () => null,
  peers: () => [],
  orphans: async () => [],
  onLost: () => undefined,
  end: async () => undefined,
};

/** Another server runs the session that was asked for. */
export class RunsElsewhere extends Error {
  readonly peer: Peer;
  constructor(peer: Peer) {
    super('Another server runs this session.');
    this.name = 'RunsElsewhere';
    this.peer = peer;
  }
}
