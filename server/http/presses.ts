import { randomBytes } from 'node:crypto';
import type { Result } from '#shared/lib/result.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { SeatPass } from '#shared/wire/api.ts';
import type { LiveSession } from '../live/session.ts';
import type { HostKey } from './hostKey.ts';
import type { Denial } from './seating.ts';

type Seated = Result<SeatPass, Denial>;

/** Presses under way, by what they came with: a repeat waits for the first one and gets its answer. */
const underWay = new WeakMap<LiveSession, Map<string, Promise<Seated>>>();

/** Seats somebody once for all presses that carry this key and come while it is under way; each without a key is its own. */
export async function oncePer(
  session: LiveSession,
  press: string | null,
  seat: () => Promise<Seated>,
): Promise<Seated> {
  if (press === null) return seat();
  const presses = underWay.get(session) ?? new Map<string, Promise<Seated>>();
  underWay.set(session, presses);
  const done = presses.get(press) ?? seat();
  presses.set(press, done);
  try {
    return await done;
  } finally {
    presses.delete(press);
  }
}

/** Who a press is for, and whether they have come in by it already. */
export interface Newcomer {
  readonly delegate: string;
  readonly isHere: boolean;
}

/**
 * The person behind a press. The same press is the same person, after a restart too: whoever lost the answer gets it again
 * and takes no second seat. One who was taken off the table since comes in as somebody new.
 */
export function newcomer(key: HostKey, session: LiveSession, press: string | null): Newcomer {
  if (press === null) return { delegate: somebody(), isHere: false };
  for (let turn = 0; ; turn += 1) {
    const delegate = nameOf(key.sign(`newcomer ${session.id} ${press} ${turn}`));
    const isHere = isIn(session.state, delegate);
    if (isHere || !hasCome(session, delegate)) return { delegate, isHere };
  }
}

/** A name for a person nobody has heard of. */
export function somebody(): string {
  return nameOf(randomBytes(9));
}

function nameOf(bytes: Buffer): string {
  return bytes.subarray(0, 9).toString('base64url');
}

function isIn({ seats, waiting }: SessionState, delegate: string): boolean {
  return [...seats.flatMap(({ delegates }) => delegates), ...waiting].some(({ id }) => id === delegate);
}

/** Whether this person has been let in, or refused, before. */
function hasCome(session: LiveSession, delegate: string): boolean {
  const sitting = session.answerTo({ kind: 'delegate', delegate, seat: '' }, 'sit');
  return sitting !== null || session.answerTo({ kind: 'server' }, `wait-${delegate}`) !== null;
}
