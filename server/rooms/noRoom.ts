import {
  NO_ROOM_MINUTES,
  type NoRoom,
  type NoRoomReason,
  noRoomReasons,
  noRoomText,
} from '#shared/wire/noRoom.ts';
import type { LiveSession } from '../live/session.ts';

/** More attempts than this within the time are reported as this many. */
const MOST_TOLD = 999;

/** Counts who was turned away from a session lately, for its host; it is no history and is not stored. */
export class NoRoomLately {
  readonly #now: () => number;
  #times: readonly { readonly reason: NoRoomReason; readonly ms: number }[] = [];
  #shown = '';

  /** `now` in ms of running time. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Somebody was turned away just now. */
  add(reason: NoRoomReason): void {
    const ofReason = this.#times.filter((one) => one.reason === reason);
    const kept = ofReason.length < MOST_TOLD ? this.#times : this.#times.filter((one) => one !== ofReason[0]);
    this.#times = [...kept, { reason, ms: this.#now() }];
  }

  /** How often, by reason, within the last minutes. */
  counts(): readonly NoRoom[] {
    const since = this.#now() - NO_ROOM_MINUTES * 60_000;
    this.#times = this.#times.filter(({ ms }) => ms > since);
    return noRoomReasons
      .map((reason) => ({ reason, times: this.#times.filter((one) => one.reason === reason).length }))
      .filter(({ times }) => times > 0);
  }

  /** Whether the counts differ from those at the last call. */
  hasChanged(): boolean {
    const now = noRoomText(this.counts());
    const changed = now !== this.#shown;
    this.#shown = now;
    return changed;
  }
}

const known = new WeakMap<LiveSession, NoRoomLately>();

/** Who was turned away from a live session lately. */
export function noRoomIn(session: LiveSession): NoRoomLately {
  const lately = known.get(session) ?? new NoRoomLately(() => session.now());
  known.set(session, lately);
  return lately;
}
