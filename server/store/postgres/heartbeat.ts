import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Peer } from '../ownership.ts';
import { StoreError } from '../sessionStore.ts';
import { faultOf } from './carryOut.ts';
import { IS_ALIVE, LEASE_MS } from './lease.ts';

const BEAT_MS = 1000;
/** How long to wait for servers with another key, which may just have ended. */
const PATIENCE_MS = 5000;

const beat = `WITH before AS (SELECT lease_until < clock_timestamp() AS lapsed FROM servers WHERE id = $1 FOR UPDATE)
  INSERT INTO servers (id, address, key_print, lease_until)
  VALUES ($1, $2, $3, clock_timestamp() + $4 * interval '1 millisecond')
  ON CONFLICT (id) DO UPDATE SET address = excluded.address, key_print = excluded.key_print, lease_until = excluded.lease_until
  RETURNING coalesce((SELECT lapsed FROM before), true) AS lapsed`;
const living = `SELECT id, address, key_print FROM servers WHERE ${IS_ALIVE} AND id <> $1 ORDER BY id`;
/** Those that were not heard of for long did not end as they should. */
const forgetVanished = "DELETE FROM servers WHERE lease_until < clock_timestamp() - interval '1 minute'";
const leave = 'DELETE FROM servers WHERE id = $1';

interface LivingServer {
  readonly id: string;
  readonly address: string;
  readonly key_print: string;
}

interface HeartbeatInput {
  readonly settings: pg.ClientConfig;
  readonly self: Peer;
  /** A digest of the key that servers share. */
  readonly keyPrint: string;
  /** Hears a sentence when the database is lost, and when it is back. */
  readonly tell: (sentence: string) => void;
  /** Called when this server is heard of again after others may have taken its sessions. */
  readonly onLapse: () => Promise<void>;
}

/** Says once a second, over a connection of its own, that this server is alive, and reads who else is. */
export class Heartbeat {
  readonly #input: HeartbeatInput;
  readonly #stopping = new AbortController();
  #client: pg.Client | null = null;
  #peers: readonly Peer[] = [];
  #isLost = false;
  #beating: Promise<void> = Promise.resolve();

  constructor(input: HeartbeatInput) {
    this.#input = input;
  }

  /** The other living servers at the last beat. */
  get peers(): readonly Peer[] {
    return this.#peers;
  }

  /**
   * Resolves after the first beat to how many servers vanished without ending. Rejects with a `StoreError` if the database does not
   * answer or others live with another key.
   */
  async start(): Promise<number> {
    const { self, keyPrint } = this.#input;
    try {
      const client = await this.#connected();
      for (const end = Date.now() + PATIENCE_MS; ; await pause(BEAT_MS / 4)) {
        const { rows } = await client.query<LivingServer>(living, [self.id]);
        if (rows.every(({ key_print }) => key_print === keyPrint)) break;
        if (Date.now() > end)
          throw new StoreError(
            'unavailable',
            'Another server uses this database with another key. Servers that share a database need the same file secrets/host.key in their data directories.',
          );
      }
      const { rowCount } = await client.query(forgetVanished);
      await this.#beat();
      this.#beating = this.#keepBeating();
      return rowCount ?? 0;
    } catch (error) {
      this.#stopping.abort();
      await this.#disconnect();
      throw faultOf(error);
    }
  }

  /** Makes the server unknown to the others, if the database can be reached. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#beating;
    await this.#client?.query(leave, [this.#input.self.id]).catch(() => undefined);
    await this.#disconnect();
  }

  async #keepBeating(): Promise<void> {
    const { signal } = this.#stopping;
    const { tell, onLapse } = this.#input;
    // Until `onLapse` has done its work: the database may go away meanwhile.
    let hasLapsed = false;
    for (;;) {
      await pause(BEAT_MS, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        if (await this.#beat()) hasLapsed = true;
        if (this.#isLost) tell('The database is back.');
        this.#isLost = false;
        if (hasLapsed) await onLapse();
        hasLapsed = false;
      } catch {
        this.#lose();
        await this.#disconnect();
      }
    }
  }

  #lose(): void {
    if (this.#isLost || this.#stopping.signal.aborted) return;
    this.#isLost = true;
    this.#input.tell('The connection to the database is lost. Nothing is stored until it is back.');
  }

  /** Whether others could have taken this server's sessions before this beat. */
  async #beat(): Promise<boolean> {
    const { self, keyPrint } = this.#input;
    const client = await this.#connected();
    const { rows } = await client.query<{ lapsed: boolean }>(beat, [
      self.id,
      self.address,
      keyPrint,
      LEASE_MS,
    ]);
    const others = await client.query<LivingServer>(living, [self.id]);
    this.#peers = others.rows.map(({ id, address }) => ({ id, address }));
    return rows[0]?.lapsed !== false;
  }

  async #connected(): Promise<pg.Client> {
    if (this.#client !== null) return this.#client;
    const client = new pg.Client({ ...this.#input.settings, query_timeout: LEASE_MS });
    // The next beat meets the error; without a listener it would end the process.
    client.on('error', () => undefined);
    await client.connect();
    client.once('end', () => this.#lose());
    this.#client = client;
    return client;
  }

  async #disconnect(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }
}
