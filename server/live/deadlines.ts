import type { Event } from '#shared/session/vocabulary/events.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { Absences } from './absences.ts';
import type { LiveSession } from './session.ts';

/** How the current phase stands in time. `deadlineMs` is the server's running time; null without a deadline or while paused. */
export interface PhaseTime {
  readonly deadlineMs: number | null;
  /** Set while paused: the time the phase still has, null where it has no deadline. */
  readonly paused: { readonly remainingMs: number | null } | null;
}

/** Before the first phase, and after the last. */
export const NO_CLOCK: PhaseTime = { deadlineMs: null, paused: null };

/** The clock after one more line of the log; deadlines follow from its events and the time they came. */
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

/** More time for a phase that has a deadline, running or paused. */
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
 * The clock of a log of times of day, in the running time of this server. Where the computer's clock was put back since the
 * last line, the phase has what that line left it, never more.
 */
export function clockHere(
  clock: PhaseTime,
  { lastAt, timeOfDay, now }: { readonly lastAt: number; readonly timeOfDay: number; readonly now: number },
): PhaseTime {
  if (clock.deadlineMs === null) return clock;
  return { ...clock, deadlineMs: now + clock.deadlineMs - Math.max(lastAt, timeOfDay) };
}

/** The time the phase still has; null without a deadline. */
export function remainingMsOf(clock: PhaseTime, now: number): number | null {
  if (clock.paused !== null) return clock.paused.remainingMs;
  return clock.deadlineMs === null ? null : Math.max(0, clock.deadlineMs - now);
}

/** Seats at which somebody is connected now. Who is connected is not history, so it never lies in the state. */
export type ConnectedSeats = () => ReadonlySet<string>;

/**
 * Whether nobody is left to wait for: every bot and every awaited table has sealed. A table where nobody is connected is
 * not waited for long, but where people play, at least one of them must be there.
 */
function isAllSealed(
  state: SessionState,
  connected: ReadonlySet<string>,
  awaited: ReadonlySet<string>,
): boolean {
  if (state.phase.name !== 'decision' || state.paused !== null) return false;
  const people = state.seats.filter((seat) => seat.bot === null && seat.delegates.length > 0);
  if (people.length > 0 && !people.some((seat) => connected.has(seat.id))) return false;
  const bots = state.seats.filter((seat) => seat.bot !== null);
  return [...bots, ...people.filter((seat) => awaited.has(seat.id))].every(({ id }) =>
    Object.hasOwn(state.sealed, id),
  );
}

/** Keeps one session's time. `check` is for when somebody comes or goes; `stop` ends it. */
export interface ClockKeeper {
  check(): void;
  stop(): void;
}

/** How long after a refusal by the disk the clock tries again. */
const RETRY_MS = 1000;

/** Gives the clock's commands of one session: closes phases at their deadline, and early once all have sealed. */
export function keepClock(session: LiveSession, connected: ConnectedSeats): ClockKeeper {
  let timer: NodeJS.Timeout | undefined;
  let tries = 0;
  const absences = new Absences(connected, peopledSeats(session), session.now());
  const hasAllSealed = (): boolean => {
    const { there, awaited } = absences.at(session.now());
    return isAllSealed(session.state, there, awaited);
  };
  const close = async (because: 'deadline' | 'allSealed', opened: number): Promise<void> => {
    const isDue = (): boolean => (because === 'allSealed' ? hasAllSealed() : isPastDeadline(session));
    const isApt = (): boolean => session.phaseOpenedAt === opened && isDue();
    const key = `${because}-${opened}-${session.headSeq}-${++tries}`;
    const outcome = await session.submit({ kind: 'clock' }, key, { type: 'closePhase', because }, isApt);
    if (!outcome.ok && outcome.refusal.code === 'notStored') arm(RETRY_MS);
  };
  const check = (): void => {
    if (hasAllSealed()) void close('allSealed', session.phaseOpenedAt);
    const { deadlineMs } = session.clock;
    const next = Math.min(deadlineMs ?? Number.POSITIVE_INFINITY, absences.at(session.now()).until);
    if (next === Number.POSITIVE_INFINITY) clearTimeout(timer);
    else arm(Math.max(0, next - session.now()));
  };
  const arm = (ms: number): void => {
    clearTimeout(timer);
    const opened = session.phaseOpenedAt;
    const ring = (): void => (isPastDeadline(session) ? void close('deadline', opened) : check());
    timer = setTimeout(ring, ms).unref();
  };
  const unsubscribe = session.subscribe(check);
  check();
  return {
    check,
    stop: () => {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}

function peopledSeats({ state }: LiveSession): readonly string[] {
  return state.seats.filter((seat) => seat.delegates.length > 0).map(({ id }) => id);
}

function isPastDeadline(session: LiveSession): boolean {
  const { deadlineMs } = session.clock;
  return deadlineMs !== null && deadlineMs <= session.now();
}
