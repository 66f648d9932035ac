import type { SessionOptions } from '../session/vocabulary/options.ts';
import { coverEmptySeats } from './coverEmptySeats.ts';
import type { RunningSession } from './runningSession.ts';

/** The options of a practice session: one person, bots at every other seat, no clock. [decision 0003] */
export function practiceOptions(plan: string, openDeck: boolean): SessionOptions {
  return { plan, openDeck, practice: true, coverEmptySeats: true };
}

/** Starts a practice session whose person has a seat; skips what is already done. */
export async function startPractice(session: RunningSession, delegate: string): Promise<void> {
  await coverEmptySeats(session, 'practice');
  await session.submit({ kind: 'host', host: delegate }, 'start', { type: 'startSession' });
}
