/**
 * How long an answer to a flooding client is kept back. A script that waits for its answers is as slow as they are; answered at
 * once it would ask as fast as the server can say no.
 */
const KEPT_BACK_MS = 500;

/** The most answers that are kept back at once. */
const MOST_KEPT_BACK = 500;

/** Keeps answers back that nobody in earnest waits for. */
export class KeptBack {
  #waiting = 0;

  /** Resolves to true after a while; to false at once if too many wait already. */
  async wait(): Promise<boolean> {
    if (this.#waiting >= MOST_KEPT_BACK) return false;
    this.#waiting += 1;
    try {
      await new Promise((resolve) => setTimeout(resolve, KEPT_BACK_MS).unref());
      return true;
    } finally {
      this.#waiting -= 1;
    }
  }
}
