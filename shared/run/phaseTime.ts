import type { Event } from '../session/vocabulary/events.ts';

/**
 * The timing of the current phase. `deadlineMs` is in the running time of whoever runs the session; null without a deadline or
 * while paused.
 */
export interface PhaseTime {
  readonly deadlineMs: number | null;
  /** Set while paused: the remaining time of the phase, null if it has no deadline. */
  readonly paused: { readonly remainingMs: number | null } | null;
}

/** Before the first phase, and after the last. */
export const NO_CLOCK: PhaseTime = { deadlineMs: null, paused: null };

/** The clock after one more line of the log; deadlines follow from the line's events and its time. */
export function clockAfter(clock: PhaseTime, events: readonly Event[], atMs: number): PhaseTime {
  return events.reduce((current, event): PhaseTime => {
    switch (event.type) {
      case 'phaseOpened':
        return { deadlineMs: event.seconds === null ? null : atMs + event.seconds * 1000, paused: null };
      case 'phaseExtended':
        return extended(current, event.seconds * 1000);
      case 'sessionPaused':
        return { deadlineMs: null, paused: { remainingMs: event.remainingMs } };
      case 'sessionResumed':
        return running(atMs, current.paused?.remainingMs ?? null);
      case 'sessionReopened':
        if (current.paused !== null) return { ...current, paused: { remainingMs: event.remainingMs } };
        return running(atMs, event.remainingMs);
      case 'phaseClosed':
      case 'sessionEnded':
        return NO_CLOCK;
      default:
        return current;
    }
  }, clock);
}

/** Adds time to a phase with a deadline, running or paused. */
function extended({ deadlineMs, paused }: PhaseTime, byMs: number): PhaseTime {
  const left = paused?.remainingMs ?? null;
  return {
    deadlineMs: deadlineMs === null ? null : deadlineMs + byMs,
    paused: left === null ? paused : { remainingMs: left + byMs },
  };
}

function running(atMs: number, remainingMs: number | null): PhaseTime {
  return { deadlineMs: remainingMs === null ? null : atMs + remainingMs, paused: null };
}

/**
 * The clock of a log with times of day, in the running time of this computer. If the computer's clock was set back since the last
 * line, the phase has the time that the line left it, never more.
 */
export function clockHere(
  clock: PhaseTime,
  { lastAt, timeOfDay, now }: { readonly lastAt: number; readonly timeOfDay: number; readonly now: number },
): PhaseTime {
  if (clock.deadlineMs === null) return clock;
  return { ...clock, deadlineMs: now + clock.deadlineMs - Math.max(lastAt, timeOfDay) };
}

/** The remaining time of the phase; null without a deadline. */
export function remainingMsOf(clock: PhaseTime, now: number): number | null {
  if (clock.paused !== null) return clock.paused.remainingMs;
  return clock.deadlineMs === null ? null : Math.max(0, clock.deadlineMs - now);
}
