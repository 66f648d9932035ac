import type { LogLine } from '#shared/log/line.ts';
import type { EventType } from '#shared/session/vocabulary/events.ts';

/**
 * What turns everybody's page, and what changes who may read what: shown to all at once and not with the next beat. Each of
 * these is public in itself, so that its moment tells of nothing else.
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
