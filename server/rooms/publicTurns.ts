import type { LogLine } from '#shared/log/line.ts';
import type { EventType } from '#shared/session/vocabulary/events.ts';

/**
 * Events that open another page for everybody, or change who may read what, are shown at once instead of with the next beat. All
 * of them are public, so the time at which they appear reveals nothing.
 */
const turns: ReadonlySet<EventType> = new Set<EventType>([
  'sessionStarted',
  'roundOpened',
  'phaseOpened',
  'phaseClosed',
  'roundResolved',
  'roundRewound',
  'phaseExtended',
  'sessionPaused',
  'sessionResumed',
  'sessionReopened',
  'sessionEnded',
  'debriefStepSet',
  'seatHandedBack',
  'delegateMoved',
  'delegateRemoved',
  'delegatePlaced',
  'delegateTurnedAway',
  'delegatesSwapped',
  'entrySet',
]);

/** Whether everybody sees a line as soon as it is stored. */
export function isPublicTurn({ events }: LogLine): boolean {
  return events.some(({ type }) => turns.has(type));
}
