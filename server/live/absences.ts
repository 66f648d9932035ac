/** How long a table is waited for after it has dropped out, ms: a phone that blinks, everybody after a restart. */
const AWAITED_MS = 20_000;

/** Who is there, and who was there so lately that they are surely on the way back. */
export class Absences {
  readonly #connected: ConnectedSeats;
  /** When each missing table was last known to be there; at the start that is all of them, cut off by the stop. */
  readonly #goneSince: Map<string, number>;
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
    for (const seat of this.#there) if (!there.has(seat)) this.#goneSince.set(seat, now);
    for (const seat of there) this.#goneSince.delete(seat);
    for (const [seat, since] of this.#goneSince) if (now - since >= AWAITED_MS) this.#goneSince.delete(seat);
    this.#there = new Set(there);
    const until = Math.min(...this.#goneSince.values()) + AWAITED_MS;
    return { there, awaited: new Set([...there, ...this.#goneSince.keys()]), until };
  }
}

/** Seats at which somebody is connected now. Who is connected is not history, so it never lies in the state. */
export type ConnectedSeats = () => ReadonlySet<string>;
