import type { CommandOutcome } from './viewSource.ts';

/** What a delivery needs of the connection. */
export interface Line {
  isOpen(): boolean;
  /** Sends a message with this key; null if no answer came. */
  give(key: string): Promise<CommandOutcome | null>;
  /** Whether the connection is up again, at the latest after this many ms. */
  isBack(withinMs: number): Promise<boolean>;
}

/** The clock of the delivery; tests bring their own. */
export interface Patience {
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
  readonly newKey: () => string;
}

/** How long an unanswered command is repeated automatically. */
export const PATIENCE_MS = 60_000;
/** How long a repeat by hand counts as the same intent. */
const SAME_FOR_MS = 180_000;
const BETWEEN_MS = 500;

/**
 * Delivers commands so that each counts once. A command without an answer may have arrived: it is repeated with the same key,
 * automatically for a while and then when the person gives the same command again. [cases: hiccup]
 */
export class Deliveries {
  readonly #open = new Map<string, { readonly key: string; readonly sinceMs: number }>();
  readonly #underWay = new Map<string, Promise<CommandOutcome>>();
  readonly #patience: Patience;

  constructor(patience: Patience) {
    this.#patience = patience;
  }

  /** Delivers one intent; the same intent during a delivery joins it. */
  deliver(intent: string, line: Line): Promise<CommandOutcome> {
    const underWay = this.#underWay.get(intent);
    if (underWay !== undefined) return underWay;
    const delivery = this.#tried(intent, line).finally(() => this.#underWay.delete(intent));
    this.#underWay.set(intent, delivery);
    return delivery;
  }

  async #tried(intent: string, line: Line): Promise<CommandOutcome> {
    const { now, newKey } = this.#patience;
    const known = this.#open.get(intent);
    const isRepeat = known !== undefined && now() - known.sinceMs < SAME_FOR_MS;
    if (!line.isOpen() && !isRepeat) return { ok: false, undelivered: 'offline' };
    const key = isRepeat ? known.key : newKey();
    if (!isRepeat) this.#open.set(intent, { key, sinceMs: now() });
    const untilMs = now() + PATIENCE_MS;
    for (;;) {
      const answer = await line.give(key);
      if (answer !== null) {
        this.#open.delete(intent);
        return answer;
      }
      await this.#patience.pause(BETWEEN_MS);
      const leftMs = untilMs - now();
      if (leftMs <= 0 || !(await line.isBack(leftMs))) return { ok: false, undelivered: 'unanswered' };
    }
  }
}

/** Waits this many ms. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
