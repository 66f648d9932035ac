/** A rehearsal's counts so far; orders by the key of their command. */
export interface Tally {
  joined: number;
  reconnects: number;
  /** How long each connection that was lost, not dropped on purpose, was gone; ms. */
  readonly goneMs: number[];
  /** How many people were disconnected on purpose, and how many of them returned. */
  dropped: number;
  back: number;
  said: number;
  /** Orders that the server acknowledged, by key. */
  readonly sealed: Map<string, { readonly code: string; readonly round: number; readonly seat: string }>;
  /** Milliseconds from sending an order to its acknowledgement. */
  readonly ackMs: number[];
  /** Changes of an order that came after the last state had sealed: the round was resolved by then. */
  tooLate: number;
  /** How often each other refusal came, by its name. */
  readonly refusals: Map<string, number>;
  /** Answers with neither an OK nor a name. */
  nameless: number;
  /** Reveals that showed an order other than the acknowledged one, in words. */
  readonly wrong: string[];
  /** People who could not sit down, by the name of the reason. */
  readonly turnedAway: Map<string, number>;
}

/** An empty tally. */
export function newTally(): Tally {
  return {
    joined: 0,
    reconnects: 0,
    goneMs: [],
    dropped: 0,
    back: 0,
    said: 0,
    sealed: new Map(),
    ackMs: [],
    tooLate: 0,
    refusals: new Map(),
    nameless: 0,
    wrong: [],
    turnedAway: new Map(),
  };
}

/** Adds one to a named count. */
export function countOne(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** How many acknowledged orders of a session its log lacks, and how many it holds more than once. */
export interface LogCheck {
  readonly lost: number;
  readonly doubled: number;
}

/** Looks up every acknowledged order of this session in its log (JSON Lines). */
export function checkLog(log: string, tally: Tally, code: string): LogCheck {
  const times = new Map<string, number>();
  for (const line of log.split('\n')) {
    // A line's key starts with its actor; the key that the actor chose follows.
    const key = /"key":"(?:[^"]*:)?([^":]+)"/.exec(line)?.[1];
    if (key !== undefined) countOne(times, key);
  }
  const keys = [...tally.sealed].filter(([, order]) => order.code === code).map(([key]) => key);
  return {
    lost: keys.filter((key) => !times.has(key)).length,
    doubled: keys.filter((key) => (times.get(key) ?? 0) > 1).length,
  };
}

/** The value below which that share of the numbers lies; null without numbers. */
export function quantile(numbers: readonly number[], share: number): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null;
}
