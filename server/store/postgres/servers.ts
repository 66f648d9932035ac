import type pg from 'pg';
import type { Ownership, Peer } from '../ownership.ts';
import { StoreError } from '../sessionStore.ts';
import { found, inOneGo } from './carryOut.ts';
import { claimFor, claimsOf, giveUpClaim, serverOfCode, serverOfSession, unrun } from './claims.ts';
import { Heartbeat } from './heartbeat.ts';

/** The servers on one PostgreSQL database. A server that is not heard of for some seconds loses its sessions to who asks for them. */
export class Servers implements Ownership {
  readonly isShared = true;
  readonly #pool: pg.Pool;
  readonly #settings: pg.ClientConfig;
  readonly #tell: (sentence: string) => void;
  readonly #runs = new Set<string>();
  #self = '';
  #heart: Heartbeat | null = null;
  #tellLost: (sessions: readonly string[]) => void = () => undefined;

  /** Calls `tell` with a sentence when the database is lost, and when it is back. */
  constructor(pool: pg.Pool, settings: pg.ClientConfig, tell: (sentence: string) => void) {
    this.#pool = pool;
    this.#settings = settings;
    this.#tell = tell;
  }

  /** This server's id among them; empty, which claims nothing, before it has begun and after it has ended. */
  get self(): string {
    return this.#self;
  }

  /** Rejects if living servers use the database with another key. */
  async begin(self: Peer, keyPrint: string): Promise<number> {
    const heart = new Heartbeat({
      settings: this.#settings,
      self,
      keyPrint,
      tell: this.#tell,
      onLapse: async () => this.#checkClaims(),
    });
    const vanished = await heart.start();
    this.#heart = heart;
    this.#self = self.id;
    return vanished;
  }

  async take(session: string): Promise<Peer | null> {
    try {
      for (const taken of await inOneGo(this.#pool, claimFor(this.#self, session))) this.#runs.add(taken);
      return null;
    } catch (error) {
      if (!(error instanceof StoreError && error.code === 'fenced')) throw error;
    }
    const runner = await found(this.#pool, serverOfSession(session));
    if (runner !== null && runner.id !== this.#self) return runner;
    throw new StoreError('unavailable', 'Who runs the session is not known now.');
  }

  runs(session: string): boolean {
    return this.#runs.has(session);
  }

  /** Notes that a new session was opened and claimed. */
  opened(session: string): void {
    this.#runs.add(session);
  }

  async giveUp(session: string): Promise<void> {
    if (!this.#runs.delete(session)) return;
    await inOneGo(this.#pool, giveUpClaim(this.#self, session));
  }

  async runnerOf(code: string): Promise<Peer | null> {
    const runner = await found(this.#pool, serverOfCode(code));
    return runner?.id === this.#self ? null : runner;
  }

  peers(): readonly Peer[] {
    return this.#heart?.peers ?? [];
  }

  async orphans(limit: number, awake: readonly string[]): Promise<readonly string[]> {
    return found(this.#pool, unrun(this.#self, awake, limit));
  }

  onLost(listener: (sessions: readonly string[]) => void): void {
    this.#tellLost = listener;
  }

  async end(): Promise<void> {
    this.#self = '';
    this.#runs.clear();
    await this.#heart?.stop();
    this.#heart = null;
  }

  /** Finds out what others took while nothing was heard of this server. */
  async #checkClaims(): Promise<void> {
    const before = [...this.#runs];
    const still = new Set(await found(this.#pool, claimsOf(this.#self)));
    const lost = before.filter((session) => !still.has(session));
    for (const session of lost) this.#runs.delete(session);
    if (lost.length > 0) this.#tellLost(lost);
  }
}
