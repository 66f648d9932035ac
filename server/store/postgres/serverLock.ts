import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** The number of the advisory lock that the one server holds which uses a database. */
export const SERVER_LOCK = 7_346_502;
const TRY_EVERY_MS = 250;

/**
 * The exclusive use of a database by one server, on a connection of its own. When that breaks, nothing may be written until the lock is
 * held again, for another server may have taken it meanwhile.
 */
export class ServerLock {
  readonly #settings: pg.ClientConfig;
  readonly #tell: (sentence: string) => void;
  #holder: pg.Client | null = null;
  #whyNot: string | null = null;
  #isReleased = false;
  #retaking: Promise<void> = Promise.resolve();

  /** Calls `tell` with a sentence when the database is lost, and when it is back. */
  constructor(settings: pg.ClientConfig, tell: (sentence: string) => void = () => undefined) {
    this.#settings = settings;
    this.#tell = tell;
  }

  /** Why nothing may be written now: null while the lock is held. */
  get whyNot(): string | null {
    return this.#whyNot;
  }

  /** Takes the lock; waits up to `patienceMs` for a server that is just ending. False if another one keeps it. */
  async isTaken(patienceMs: number): Promise<boolean> {
    for (const end = Date.now() + patienceMs; ; await pause(TRY_EVERY_MS)) {
      if (await this.#isTakenNow()) return true;
      if (Date.now() > end) return false;
    }
  }

  async release(): Promise<void> {
    this.#isReleased = true;
    await this.#retaking;
    await this.#holder?.end().catch(() => undefined);
  }

  async #isTakenNow(): Promise<boolean> {
    const client = new pg.Client(this.#settings);
    // Told below by `end`; without a listener it would end the process.
    client.on('error', () => undefined);
    await client.connect();
    const asked = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [
      SERVER_LOCK,
    ]);
    if (asked.rows[0]?.held !== true) {
      await client.end();
      return false;
    }
    this.#holder = client;
    this.#whyNot = null;
    client.once('end', () => this.#lose());
    return true;
  }

  #lose(): void {
    if (this.#isReleased) return;
    this.#whyNot = 'The connection to the database is lost.';
    this.#tell(`${this.#whyNot} Nothing is stored until it is back.`);
    this.#retaking = this.#retake();
  }

  async #retake(): Promise<void> {
    while (!this.#isReleased) {
      // Nobody answers yet: then nothing changes.
      const isTaken = await this.#isTakenNow().catch(() => null);
      if (isTaken === true) {
        this.#tell('The database is back.');
        return;
      }
      if (isTaken === false) this.#whyNot = 'Another server uses the database now.';
      await pause(TRY_EVERY_MS);
    }
  }
}
