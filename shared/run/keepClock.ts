import type { SessionState } from '../session/vocabulary/state.ts';
import { Absences, type ConnectedSeats } from './absences.ts';
import type { Later } from './later.ts';
import type { RunningSession } from './runningSession.ts';

/**
 * Whether everybody has sealed that the session waits for: every bot and every awaited table. It does not wait long for a table
 * without a connection, but where people play, at least one must be connected.
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

/** Runs the clock of one session. `check` handles a connection that came or went; `stop` ends it. */
export interface ClockKeeper {
  check(): void;
  stop(): void;
}

/** How long after a failed write the clock tries again. */
const RETRY_MS = 1000;

/** Gives the clock's commands of one session: closes phases at their deadline, and early once everybody has sealed. */
export function keepClock(session: RunningSession, connected: ConnectedSeats, later: Later): ClockKeeper {
  let cancel = (): void => undefined;
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
    if (next === Number.POSITIVE_INFINITY) cancel();
    else arm(Math.max(0, next - session.now()));
  };
  const arm = (ms: number): void => {
    cancel();
    const opened = session.phaseOpenedAt;
    const ring = (): void => (isPastDeadline(session) ? void close('deadline', opened) : check());
    cancel = later(ms, ring);
  };
  const unsubscribe = session.subscribe(check);
  check();
  return {
    check,
    stop: () => {
      cancel();
      unsubscribe();
    },
  };
}

function peopledSeats({ state }: RunningSession): readonly string[] {
  return state.seats.filter((seat) => seat.delegates.length > 0).map(({ id }) => id);
}

function isPastDeadline(session: RunningSession): boolean {
  const { deadlineMs } = session.clock;
  return deadlineMs !== null && deadlineMs <= session.now();
}
