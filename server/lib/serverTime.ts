/** The server's two kinds of time. */
export interface ServerTime {
  /**
   * Time in whole ms that passes only while the server runs: it starts at the time of day, never goes back and never jumps.
   * Deadlines, absences and limits follow it.
   */
  readonly now: () => number;
  /** The computer's clock, ms. Somebody may set it at any moment, so it informs and decides nothing. */
  readonly timeOfDay: () => number;
  /** Calls a listener after the server was suspended or stopped, with the ms that `now` left out. */
  onGap(listener: (lostMs: number) => void): void;
}

/** A clock that its owner moves, for games without a server; it has no gaps. */
export function timeFrom(now: () => number): ServerTime {
  return { now, timeOfDay: now, onGap: () => undefined };
}

/** The computer's clocks: ms that pass, asleep or not, and the time of day. */
export interface TimeSources {
  readonly elapsed: () => number;
  readonly timeOfDay: () => number;
}

/** How often the running time is read, so that a longer silence shows that the server was suspended. */
const TICK_MS = 500;
/** A silence of this length is a gap. */
const GAP_MS = 2500;

const computer: TimeSources = { elapsed: () => performance.now(), timeOfDay: Date.now };

/** Time that leaves gaps out: a silence longer than `GAP_MS` counts as one tick. */
export class RunningTime implements ServerTime {
  readonly timeOfDay: () => number;
  readonly #elapsed: () => number;
  readonly #listeners: ((lostMs: number) => void)[] = [];
  #atMs: number;
  #lookedMs: number;
  #ticker: NodeJS.Timeout | undefined;

  constructor({ elapsed, timeOfDay }: TimeSources = computer) {
    this.#elapsed = elapsed;
    this.timeOfDay = timeOfDay;
    this.#atMs = timeOfDay();
    this.#lookedMs = elapsed();
  }

  readonly now = (): number => {
    const elapsed = this.#elapsed();
    const passed = Math.max(0, elapsed - this.#lookedMs);
    const lost = passed > GAP_MS ? passed - TICK_MS : 0;
    this.#lookedMs = elapsed;
    this.#atMs += passed - lost;
    if (lost > 0) for (const listener of this.#listeners) listener(lost);
    return Math.round(this.#atMs);
  };

  onGap(listener: (lostMs: number) => void): void {
    this.#listeners.push(listener);
  }

  /** Starts to read the time at regular intervals. */
  start(): this {
    this.#ticker ??= setInterval(this.now, TICK_MS).unref();
    return this;
  }

  stop(): void {
    clearInterval(this.#ticker);
    this.#ticker = undefined;
  }
}
