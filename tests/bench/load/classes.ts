import type { OpenedTable } from './child.ts';
import { type Seat, sitDown } from './sockets.ts';

/** How many devices connect at once. */
const DOOR = 16;
/** All seats of a table but the last act. */
const ACTING = 11;

const seal = { type: 'sealOrders', order: { action: 'commit' } };

/** Waits so long. */
export async function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Connects every seat of these tables at a port, a few at a time. */
export async function seatsAt(port: number, opened: readonly OpenedTable[]): Promise<readonly Seat[][]> {
  const chairs = opened.flatMap(({ code, tokens }, table) => tokens.map((token) => ({ code, token, table })));
  const tables: Seat[][] = opened.map(() => []);
  const come = async (): Promise<void> => {
    for (let chair = chairs.shift(); chair !== undefined; chair = chairs.shift())
      tables[chair.table]?.push(await sitDown(port, chair.code, chair.token));
  };
  await Promise.all(Array.from({ length: DOOR }, come));
  return tables;
}

/** What came of commands at a steady rate. */
export interface Answers {
  /** From sending to the answer, ms, the shortest first. */
  readonly times: readonly number[];
  readonly errors: number;
  readonly tookMs: number;
}

/** Commands at tables of connected seats, which go on where the last ones stopped. */
export class SteadyRate {
  readonly #tables: readonly (readonly Seat[])[];
  /** A seat's command that is on its way: a person waits for the answer before the next. */
  readonly #given = new Map<Seat, Promise<void>>();
  #next = 0;

  constructor(tables: readonly (readonly Seat[])[]) {
    this.#tables = tables;
  }

  /** Gives so many commands a second for so long, and waits for all answers. */
  async run(rate: number, seconds: number): Promise<Answers> {
    const times: number[] = [];
    let errors = 0;
    const pending: Promise<void>[] = [];
    const began = performance.now();
    for (let n = 0; n < rate * seconds; n += 1) {
      const wait = began + (n * 1000) / rate - performance.now();
      if (wait > 1) await pause(wait);
      const given = this.#give().then(
        (ms) => void times.push(ms),
        () => {
          errors += 1;
        },
      );
      pending.push(given);
    }
    await Promise.all(pending);
    return { times: times.toSorted((a, b) => a - b), errors, tookMs: performance.now() - began };
  }

  /** Takes the tables in turn; at each, one seat after the other seals, and then each unseals. Never have all seats sealed. */
  async #give(): Promise<number> {
    const n = this.#next;
    this.#next += 1;
    const [table, turn] = [n % this.#tables.length, Math.floor(n / this.#tables.length)];
    const seat = this.#tables[table]?.[turn % ACTING];
    if (seat === undefined) throw new Error('nobody sits there');
    const began = performance.now();
    const command = turn % (2 * ACTING) < ACTING ? seal : { type: 'withdrawOrders' };
    const earlier = this.#given.get(seat) ?? Promise.resolve();
    const given = earlier.catch(() => undefined).then(async () => seat.give(`the-command-${n}`, command));
    this.#given.set(seat, given);
    await given;
    return performance.now() - began;
  }
}

/** The time below which that part of the answers came, ms; 0 without answers. */
export function within({ times }: Pick<Answers, 'times'>, part: number): number {
  return times[Math.floor(times.length * part)] ?? 0;
}
