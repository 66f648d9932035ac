import { z } from 'zod';
import type { Asker } from '../lib/asker.ts';
import type { Ownership } from '../store/ownership.ts';
import type { TellOthers } from './failureLimit.ts';
import type { PeerLink } from './peerLink.ts';

/** Where a server hears what others have counted; below `/api`. */
export const FAILURES_PATH = '/peer/failures';

/** The limits that hold over all servers together. */
const limitNames = ['failures', 'logins', 'practice'] as const;
type LimitName = (typeof limitNames)[number];

/** The most items in one message, so that it is no larger than others. */
const MOST_ITEMS = 100;

const itemSchema = z.strictObject({
  limit: z.enum(limitNames),
  asker: z.strictObject({ device: z.string().nullable(), address: z.string() }),
  /** How many more; less than none: fewer. */
  change: z.int(),
});

/** What one server tells the others. */
export const failuresBody = z.array(itemSchema).max(MOST_ITEMS);

type Item = z.infer<typeof itemSchema>;

/**
 * Tells the other servers who has failed here, so that nobody gets more tries by asking several. What comes up while a message is
 * under way goes with the next one. A server that does not answer within a second is not waited for.
 */
export class FailureNews {
  readonly #ownership: Pick<Ownership, 'peers'>;
  readonly #link: Pick<PeerLink, 'tell'>;
  #items: Item[] = [];
  #underWay: Promise<unknown> = Promise.resolve();
  #next: Promise<void> | null = null;

  constructor(ownership: Pick<Ownership, 'peers'>, link: Pick<PeerLink, 'tell'>) {
    this.#ownership = ownership;
    this.#link = link;
  }

  /** The way in which one limit tells others. Where there is no other server it does nothing. */
  of(limit: LimitName): TellOthers {
    return async (asker: Asker, change: number) => {
      if (this.#ownership.peers().length === 0) return;
      this.#items.push({ limit, asker, change });
      this.#next ??= this.#underWay.then(async () => this.#send());
      await this.#next;
    };
  }

  async #send(): Promise<void> {
    const items = this.#items;
    this.#items = [];
    this.#next = null;
    this.#underWay = this.#sendAll(items);
    await this.#underWay;
  }

  async #sendAll(items: readonly Item[]): Promise<void> {
    for (let from = 0; from < items.length; from += MOST_ITEMS) {
      const some = items.slice(from, from + MOST_ITEMS);
      const peers = this.#ownership.peers();
      await Promise.all(peers.map(async (peer) => this.#link.tell(peer, `/api${FAILURES_PATH}`, some)));
    }
  }
}
