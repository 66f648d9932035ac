import { CloseCode } from '@colyseus/core';
import type { Asker } from '../lib/asker.ts';
import type { LiveSession } from '../live/session.ts';
import { UNUSED_AFTER_MS } from '../rooms/attendance.ts';
import type { Registry } from '../rooms/registry.ts';

/** The most practice sessions awake at once: on the server, behind one address (more than a class), per browser. */
export const MOST_PRACTICE = 150;
const MOST_OF_ADDRESS = 60;
const MOST_OF_DEVICE = 5;

/**
 * Limits practice sessions. When there are too many, the oldest one without a viewer goes to sleep and wakes when its person
 * returns; so opening many sessions takes nobody's place.
 */
export class PracticePlaces {
  readonly #registry: Registry;
  readonly #now: () => number;
  readonly #openedBy = new WeakMap<LiveSession, Asker>();

  constructor(registry: Registry, now: () => number) {
    this.#registry = registry;
    this.#now = now;
  }

  /** Makes room for one more session of this client; false if there is none. */
  async hasRoom(asker: Asker): Promise<boolean> {
    const { device, address } = asker;
    const isOfDevice = (session: LiveSession): boolean =>
      device !== null && this.#openedBy.get(session)?.device === device;
    const isOfAddress = (session: LiveSession): boolean => this.#openedBy.get(session)?.address === address;
    return (
      (await this.#keepBelow(MOST_OF_DEVICE, isOfDevice)) &&
      (await this.#keepBelow(MOST_OF_ADDRESS, isOfAddress)) &&
      this.#keepBelow(MOST_PRACTICE, () => true)
    );
  }

  /** Records who opened a practice session. */
  opened(session: LiveSession, asker: Asker): void {
    this.#openedBy.set(session, asker);
  }

  async #keepBelow(most: number, counts: (session: LiveSession) => boolean): Promise<boolean> {
    const awake = this.#registry.practising().filter(counts);
    if (awake.length < most) return true;
    const before = this.#now() - UNUSED_AFTER_MS;
    const unused = awake
      .filter(({ code, lastActivityMs }) => !this.#registry.isAttended(code) && lastActivityMs <= before)
      .toSorted((a, b) => a.lastActivityMs - b.lastActivityMs)[0];
    if (unused === undefined) return false;
    await this.#registry.rest(unused.code, CloseCode.CONSENTED);
    return true;
  }
}
