import { awaySince } from '#shared/lib/awaySince.ts';

/** How long a table is waited for after it has dropped out, ms: a phone that blinks, everybody after a restart. */
const AWAITED_MS = 20_000;

/** Who is there, and who was there so lately that they are surely on the way back. */
export class Absences {
  readonly #connected: ConnectedSeats;
  /** When each missing table was last known to be there; at the start that is all of them, cut off by the stop. */
  #goneSince: ReadonlyMap<string, number>;
  #there: ReadonlySet<string> = new Set();

  constructor(connected: ConnectedSeats, seats: readonly string[], now: number) {
    this.#connected = connected;
    this.#goneSince = new Map(seats.map((seat) => [seat, now]));
  }

  /** The tables to wait for now, and when the first of the missing ones has been waited for long enough. */
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

/** Seats at which somebody is connected now. Who is connected is not history, so it never lies in the state. */
export type ConnectedSeats = () => ReadonlySet<string>;
