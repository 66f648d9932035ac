import type { LogLine } from '#shared/log/line.ts';
import type { EventType } from '#shared/session/vocabulary/events.ts';

/**
 * What opens another page for everybody, or changes who may read what, is shown at once and not with the next beat. All of
 * it is public, so the time at which it is shown gives nothing away.
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

/** Whether a line is shown to everybody the moment it is kept. */
export function isPublicTurn({ events }: LogLine): boolean {
  return events.some(({ type }) => turns.has(type));
}
