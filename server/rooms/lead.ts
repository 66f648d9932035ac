import { isCancelled } from '#shared/session/topics/ending.ts';
import { replayPlaceSchema } from '#shared/wire/replayPlace.ts';
import type { LiveSession } from '../live/session.ts';

/** How long a replay stays led after the leading page is gone: a page that is loaded again goes on leading. */
const LEADER_GONE_MS = 15_000;

/** The shared replay of one session: where the host leads, or that nobody leads. Presence; it is never stored. [decision 0079] */
export class Lead {
  #place = '';
  #leader: object | null = null;

  /** The place as the address of a replay has it; empty while nobody leads. */
  get place(): string {
    return this.#place;
  }

  /** Takes a place from the leading page, or null to stop leading; false for anything else. Only a session that ended is led. */
  take(leader: object, message: unknown, { state }: Pick<LiveSession, 'state'>): boolean {
    if (message === null) {
      this.#end();
      return true;
    }
    const { data } = replayPlaceSchema.safeParse(message);
    if (data === undefined || state.phase.name !== 'ended' || isCancelled(state)) return false;
    this.#place = data;
    this.#leader = leader;
    return true;
  }

  /** A page is gone; if it led and no other page leads on, the lead ends after a while, and `then` is called. */
  left(page: object, then: () => void): void {
    if (this.#leader !== page) return;
    setTimeout(() => {
      if (this.#leader !== page) return;
      this.#end();
      then();
    }, LEADER_GONE_MS).unref();
  }

  #end(): void {
    this.#place = '';
    this.#leader = null;
  }
}

const leads = new WeakMap<LiveSession, Lead>();

/** The lead of a session's replay. */
export function leadOf(session: LiveSession): Lead {
  const known = leads.get(session) ?? new Lead();
  leads.set(session, known);
  return known;
}
