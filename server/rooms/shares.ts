import { delegationSizeOf } from '#shared/session/topics/delegationRules.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { Asker } from '../lib/asker.ts';

/** A usual class, and some more. */
const USUAL_CLASS = 48;

/** The most seats and waiting places of one browser in one session: people share a device, and some return. */
export const MOST_OF_DEVICE = 6;

/** The most watching windows of one browser in one session. */
const MOST_WINDOWS = 8;

/** Watching windows beyond the class: the projector, the host, a colleague. */
const MORE_WINDOWS = 12;

/** Far above any class; keeps scripts from filling the server with watchers. */
const MOST_WATCHERS = 200;

type Table = Pick<SessionState, 'basis' | 'seats' | 'entry'>;

/**
 * How many seats and waiting places one address may take. A school shares one address, so the limit is never below the number that
 * the host expects, or a usual class without that number; if there are more places, some stay free for others.
 */
export function shareOfAddress(state: Table): number {
  const { expected } = state.entry;
  if (expected !== undefined) return expected + Math.max(4, Math.ceil(expected / 4));
  return Math.max(USUAL_CLASS, Math.ceil((state.seats.length * delegationSizeOf(state) * 2) / 3));
}

/** Whether one more window may watch from this browser and address. */
export function mayWatch(state: Table, asker: Asker, watching: readonly Asker[]): boolean {
  const share = shareOfAddress(state) + MORE_WINDOWS;
  const ofDevice = watching.filter(({ device }) => device !== null && device === asker.device).length;
  const ofAddress = watching.filter(({ address }) => address === asker.address).length;
  return ofDevice < MOST_WINDOWS && ofAddress < share && watching.length < Math.max(MOST_WATCHERS, 2 * share);
}
