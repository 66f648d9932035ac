import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { Asker } from '../lib/asker.ts';
import type { LiveSession } from '../live/session.ts';

/** A person without a device for this long is away; a phone that blinks returns sooner. */
export const AWAY_AFTER_MS = 15_000;

/** A place is free again if its device has not connected for this long after taking it. */
export const UNUSED_AFTER_MS = 20_000;

interface Attendant {
  readonly isHere: boolean;
  /** Whether they have been connected at any time. */
  readonly hasCome: boolean;
  /** When they were last connected, or joined; running time. */
  readonly seenMs: number;
}

/** Who is connected to a session, since when the others are not, and where each came from. It is no history and is not stored. */
export class Attendance {
  readonly #session: Pick<LiveSession, 'state' | 'now'>;
  readonly #people = new Map<string, Attendant>();
  /** The last browser and address of each person; people who are joining appear here before they are in the state. */
  readonly #askers = new Map<string, Asker>();
  readonly #comingIn = new Set<string>();
  /** The server has just started: absent people may be returning after its stop. */
  readonly #beganMs: number;

  constructor(session: Pick<LiveSession, 'state' | 'now'>) {
    this.#session = session;
    this.#beganMs = session.now();
  }

  /** Somebody asks for a place; they count from now on. */
  comesIn(delegate: string, asker: Asker): void {
    this.#comingIn.add(delegate);
    this.#askers.set(delegate, asker);
  }

  /** Somebody has received a place, or has not. */
  cameIn(delegate: string, hasPlace: boolean): void {
    this.#comingIn.delete(delegate);
    if (!hasPlace || this.#people.has(delegate)) return;
    this.#people.set(delegate, { isHere: false, hasCome: false, seenMs: this.#session.now() });
  }

  /**
   * A person's device asks for a connection. A place that is being asked for stays taken, even if the network blocks sockets: the
   * page then says so, instead of saying that they were removed. [cases: wsblocked]
   */
  asks(delegate: string): void {
    const one = this.#people.get(delegate);
    if (one?.hasCome === false) this.#people.set(delegate, { ...one, seenMs: this.#session.now() });
  }

  /** A device of a person has connected. */
  isAt(delegate: string, asker: Asker): void {
    this.#askers.set(delegate, asker);
  }

  /** Exactly these people are connected now. */
  seen(here: ReadonlySet<string>): void {
    const seenMs = this.#session.now();
    for (const [delegate, one] of this.#people) {
      if (one.isHere && !here.has(delegate)) this.#people.set(delegate, { ...one, isHere: false, seenMs });
    }
    for (const delegate of here) this.#people.set(delegate, { isHere: true, hasCome: true, seenMs });
  }

  /** The people who have a seat or wait for one, and have been away for long enough. */
  away(): readonly string[] {
    const now = this.#session.now();
    return peopleIn(this.#session.state).filter((delegate) => {
      const { isHere, seenMs } = this.#people.get(delegate) ?? { isHere: false, seenMs: this.#beganMs };
      return !isHere && now - seenMs >= AWAY_AFTER_MS;
    });
  }

  /** The people who took a place long ago and whose device has not connected since. */
  unused(): readonly string[] {
    const before = this.#session.now() - UNUSED_AFTER_MS;
    const late = [...this.#people].filter(([, { hasCome, seenMs }]) => !hasCome && seenMs <= before);
    if (late.length === 0) return [];
    const inside = new Set(peopleIn(this.#session.state));
    return late.map(([delegate]) => delegate).filter((delegate) => inside.has(delegate));
  }

  /** Whether this person's device has never connected. */
  hasNeverCome(delegate: string): boolean {
    return this.#people.get(delegate)?.hasCome === false;
  }

  /** Frees their place for the next newcomer. */
  forget(delegate: string): void {
    this.#people.delete(delegate);
  }

  /** The places taken from one browser and one address, including those of people who are joining. */
  heldBy({ device, address }: Asker): { readonly ofDevice: number; readonly ofAddress: number } {
    const people = new Set([...peopleIn(this.#session.state), ...this.#comingIn]);
    const askers = [...people].flatMap((delegate) => this.#askers.get(delegate) ?? []);
    return {
      ofDevice: device === null ? 0 : askers.filter((one) => one.device === device).length,
      ofAddress: askers.filter((one) => one.address === address).length,
    };
  }
}

/** Everybody who has a seat or waits for one. */
function peopleIn({ seats, waiting }: Pick<SessionState, 'seats' | 'waiting'>): readonly string[] {
  return [...seats.flatMap(({ delegates }) => delegates), ...waiting].map(({ id }) => id);
}

const attendances = new WeakMap<LiveSession, Attendance>();

/** The attendance of a live session. */
export function attendanceOf(session: LiveSession): Attendance {
  const known = attendances.get(session) ?? new Attendance(session);
  attendances.set(session, known);
  return known;
}
