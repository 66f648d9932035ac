import type { ServerLog } from '../lib/serverLog.ts';
import type { Ownership, Peer } from '../store/ownership.ts';
import type { Registry } from './registry.ts';

const ADOPT_EVERY_MS = 1000;

interface AmongServersInput {
  readonly ownership: Ownership;
  readonly registry: Pick<Registry, 'adopt' | 'handOver'>;
  readonly log: ServerLog;
  /** Told how many servers were gone without a proper stop, if any. */
  readonly vanished: (servers: number) => Promise<void>;
}

/** This server's part among several on one database; with a database of its own it has none. */
export class AmongServers {
  readonly #input: AmongServersInput;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<number> | null = null;

  constructor(input: AmongServersInput) {
    this.#input = input;
  }

  /** Makes this server known to the others and wakes the open sessions that nobody runs, then and from then on. */
  async join(self: Peer, keyPrint: string): Promise<void> {
    const { ownership, vanished } = this.#input;
    if (!ownership.isShared) return;
    const gone = await ownership.begin(self, keyPrint);
    if (gone > 0) await vanished(gone);
    while ((await this.#adopt()) > 0);
    this.#timer = setInterval(() => void this.#adopt(), ADOPT_EVERY_MS).unref();
  }

  /** Hands every session over to the others. */
  async leave(): Promise<void> {
    const { ownership, registry } = this.#input;
    if (!ownership.isShared) return;
    clearInterval(this.#timer);
    await this.#looking;
    await registry.handOver();
    await ownership.end();
  }

  async #adopt(): Promise<number> {
    this.#looking ??= this.#adopted();
    const adopted = await this.#looking;
    this.#looking = null;
    return adopted;
  }

  async #adopted(): Promise<number> {
    // A database that does not answer is asked again in a second.
    const adopted = await this.#input.registry.adopt().catch(() => 0);
    if (adopted > 0) this.#input.log.info({ adopted }, 'sessions that no server ran were taken over');
    return adopted;
  }
}
