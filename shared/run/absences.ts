import { awaySince } from '../lib/awaySince.ts';

/**
 * How long the session waits for a table that has lost its connection, ms: a phone may blink, and a restart disconnects everybody.
 */
const AWAITED_MS = 20_000;

/** The tables that are connected, and those that were until a moment ago and will probably return. */
export class Absences {
  readonly #connected: ConnectedSeats;
  /** When each missing table was last connected; at the start that is all of them, because the stop disconnected them. */
  #goneSince: ReadonlyMap<string, number>;
  #there: ReadonlySet<string> = new Set();

  constructor(connected: ConnectedSeats, seats: readonly string[], now: number) {
    this.#connected = connected;
    this.#goneSince = new Map(seats.map((seat) => [seat, now]));
  }

  /** The tables to wait for now, and the time at which the wait for the first missing one ends. */
  at(now: number): {
    readonly there: ReadonlySet<string>;
    readonly awaited: ReadonlySet<string>;
    readonly until: number;
  } {
    const there = this.#connected();
    const missing = [...this.#goneSince.keys(), ...this.#there].filter((seat) => !there.has(seat));
    const gone = awaySince(this.#goneSince, missing, now);
    this.#goneSince = new Map([...gone].filter(([, since]) => now - since < AWAITED_MS));
    this.#there = new Set(there);
    const until = Math.min(...this.#goneSince.values()) + AWAITED_MS;
    return { there, awaited: new Set([...there, ...this.#goneSince.keys()]), until };
  }
}

/** Seats with a connected person. Connections are no history, so the state never contains them. */
export type ConnectedSeats = () => ReadonlySet<string>;
