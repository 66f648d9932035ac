import { randomBytes } from 'node:crypto';
import type { Result } from '#shared/lib/result.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { SeatPass } from '#shared/wire/api.ts';
import type { LiveSession } from '../live/session.ts';
import type { SessionStore, StoredSession } from '../store/sessionStore.ts';
import type { HostKey } from './hostKey.ts';
import type { Denial } from './seating.ts';

/** Requests in progress, by their key: a repeat waits for the first one and gets its answer. */
export class Presses<Value> {
  readonly #underWay = new Map<string, Promise<Value>>();

  /** Acts once for all requests with this key that arrive while the first is in progress; requests without a key are independent. */
  async oncePer(press: string | null, act: () => Promise<Value>): Promise<Value> {
    if (press === null) return act();
    const done = this.#underWay.get(press) ?? act();
    this.#underWay.set(press, done);
    try {
      return await done;
    } finally {
      this.#underWay.delete(press);
    }
  }
}

const sittingDown = new WeakMap<LiveSession, Presses<Result<SeatPass, Denial>>>();

/** The requests for a seat of one session. */
export function pressesIn(session: LiveSession): Presses<Result<SeatPass, Denial>> {
  const presses = sittingDown.get(session) ?? new Presses();
  sittingDown.set(session, presses);
  return presses;
}

/**
 * The session of a request to open one: its id, and its row if it already exists. The same request gives the same session, also
 * after a restart; if that session was deleted since, a new one is opened.
 */
export async function sessionOfPress(
  { key, store }: { readonly key: HostKey; readonly store: Pick<SessionStore, 'byId'> },
  purpose: 'open' | 'practice',
  press: string | null,
): Promise<{ readonly id: string; readonly stored: StoredSession | null }> {
  if (press === null) return { id: somebody(), stored: null };
  for (let turn = 0; ; turn += 1) {
    const id = nameOf(key.sign(`${purpose} ${press} ${turn}`));
    const stored = await store.byId(id);
    if (stored === null || stored.deletedMs === null) return { id, stored };
  }
}

/** The id of the event that a request is to open: the same for the same request, also after a restart. */
export function eventOfPress(key: HostKey, press: string | null): string {
  return press === null ? somebody() : nameOf(key.sign(`event ${press}`));
}

/** The person that a request is for, and whether it has already admitted them. */
export interface Newcomer {
  readonly delegate: string;
  readonly isHere: boolean;
}

/**
 * The person behind a request. The same request gives the same person, also after a restart: a client that lost the answer gets it
 * again and takes no second seat. A person whom the host has removed since returns as a new person.
 */
export function newcomer(key: HostKey, session: LiveSession, press: string | null): Newcomer {
  return newcomerTo(key, session.id, [session], press);
}

/** The same where a request is for any table of an event, by the event's id. */
export function newcomerTo(
  key: HostKey,
  id: string,
  tables: readonly LiveSession[],
  press: string | null,
): Newcomer {
  if (press === null) return { delegate: somebody(), isHere: false };
  for (let turn = 0; ; turn += 1) {
    const delegate = nameOf(key.sign(`newcomer ${id} ${press} ${turn}`));
    const isHere = tables.some(({ state }) => isIn(state, delegate));
    if (isHere || !tables.some((session) => hasCome(session, delegate))) return { delegate, isHere };
  }
}

/** The one person of a practice session. */
export function personOfPractice(key: HostKey, session: LiveSession): string {
  return nameOf(key.sign(`practice person ${session.id}`));
}

/** A fresh random id. */
function somebody(): string {
  return nameOf(randomBytes(9));
}

function nameOf(bytes: Buffer): string {
  return bytes.subarray(0, 9).toString('base64url');
}

/** Whether somebody has a seat or waits for one. */
export function isIn(state: SessionState, delegate: string): boolean {
  return peopleIn(state).includes(delegate);
}

/** Everybody who has a seat or waits for one. */
export function peopleIn({ seats, waiting }: SessionState): readonly string[] {
  return [...seats.flatMap(({ delegates }) => delegates), ...waiting].map(({ id }) => id);
}

/** Whether this person has been admitted, or refused, before. */
function hasCome(session: LiveSession, delegate: string): boolean {
  const sitting = session.answerTo({ kind: 'delegate', delegate, seat: '' }, 'sit');
  return sitting !== null || session.answerTo({ kind: 'server' }, `wait-${delegate}`) !== null;
}
