import { failed, ok } from '../../lib/result.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { Decision } from '../vocabulary/decision.ts';
import { isEntryOpen, MOST_WAITING } from '../vocabulary/entry.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { seatOf, seatOfDelegate } from './table.ts';

/** The host changes who may join and how. */
export function setEntry(_state: SessionState, { entry }: CommandOf<'setEntry'>): Decision {
  return ok([{ type: 'entrySet', entry }]);
}

/** The host downloads the record while the session runs; the record notes it. */
export function noteExport(): Decision {
  return ok([{ type: 'exportTaken' }]);
}

/** A person joins without a seat and waits for the host to give them one. */
export function waitForSeat(
  state: SessionState,
  { delegate, name, wish }: CommandOf<'waitForSeat'>,
): Decision {
  if (seatOfDelegate(state, delegate) !== null || isWaiting(state, delegate))
    return failed({ code: 'alreadyAtTable' });
  if (!isEntryOpen(state.entry, state.phase.name)) return failed({ code: 'entryClosed' });
  if (state.waiting.length >= MOST_WAITING) return failed({ code: 'waitingFull' });
  if (wish !== undefined && seatOf(state, wish) === null) return failed({ code: 'unknownSeat' });
  return ok([{ type: 'waitingJoined', delegate, name, ...(wish === undefined ? {} : { wish }) }]);
}

/** The host sends a waiting person away. They may come back. */
export function turnAway(state: SessionState, { delegate }: CommandOf<'turnAway'>): Decision {
  if (!isWaiting(state, delegate)) return failed({ code: 'unknownDelegate' });
  return ok([{ type: 'delegateTurnedAway', delegate }]);
}

/** Whether this person waits for a seat. */
export function isWaiting(state: SessionState, delegate: string): boolean {
  return state.waiting.some(({ id }) => id === delegate);
}
