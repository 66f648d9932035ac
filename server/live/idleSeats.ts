import { awaySince } from '#shared/lib/awaySince.ts';
import { mixChanceFor } from '#shared/bots/chance.ts';
import { assignMix, mixes } from '#shared/bots/mixes.ts';
import type { SeatState } from '#shared/session/vocabulary/state.ts';
import type { ClockKeeper } from '#shared/run/keepClock.ts';
import type { ConnectedSeats } from '#shared/run/absences.ts';
import type { LiveSession } from './session.ts';
import { keepWatch, nextOf } from './watch.ts';

/**
 * Keeps a session from waiting for unreachable people: while decisions are open, a bot covers an unsealed seat whose people have
 * all been away for `coverAfterSeconds`, and hands it back as soon as one of them returns. If nobody at all is connected, the
 * network has failed and nothing happens; the deadline then decides.
 */
export function keepIdleSeats(session: LiveSession, connected: ConnectedSeats): ClockKeeper {
  const coverAfterMs = session.state.basis.options.coverAfterSeconds * 1000;
  let away: ReadonlyMap<string, number> = new Map();
  return keepWatch(session, (again) => {
    const { state } = session;
    if (state.basis.options.practice) return Number.POSITIVE_INFINITY;
    const orAgain = (done: boolean): void => {
      if (!done) again();
    };
    const here = connected();
    const missing = state.seats.filter(({ id, delegates }) => delegates.length > 0 && !here.has(id));
    away = awaySince(
      away,
      missing.map(({ id }) => id),
      session.now(),
    );
    const returned = state.seats.filter((seat) => seat.untilReturn === true && here.has(seat.id));
    for (const { id } of returned) void handBack(session, id, connected).then(orAgain);
    if (here.size === 0) return Number.POSITIVE_INFINITY;
    const waits = waitsOf(session, away, coverAfterMs);
    for (const { seat, ms } of waits) if (ms <= 0) void cover(session, seat, connected).then(orAgain);
    return nextOf(waits);
  });
}

/** The seats at risk, each with the time until a bot covers it. */
function waitsOf(
  session: LiveSession,
  away: ReadonlyMap<string, number>,
  coverAfterMs: number,
): readonly { readonly seat: SeatState; readonly ms: number }[] {
  return session.state.seats.flatMap((seat) => {
    const since = away.get(seat.id);
    if (since === undefined || !isAtRisk(session, seat)) return [];
    return [{ seat, ms: since + coverAfterMs - session.now() }];
  });
}

/** True once a bot covers the seat, or no longer needs to. */
async function cover(session: LiveSession, seat: SeatState, connected: ConnectedSeats): Promise<boolean> {
  const isStillApt = (): boolean =>
    isAtRisk(session, seatNow(session, seat.id)) && !connected().has(seat.id) && connected().size > 0;
  const outcome = await session.submit(
    { kind: 'server' },
    `idle-${seat.id}-${session.headSeq}-${session.now()}`,
    { type: 'coverSeat', seat: seat.id, disposition: substituteOf(session, seat), untilReturn: true },
    isStillApt,
  );
  return outcome.ok || outcome.refusal.code !== 'notStored';
}

/** True once the people have their seat back, or it no longer needs handing back. */
async function handBack(session: LiveSession, id: string, connected: ConnectedSeats): Promise<boolean> {
  const outcome = await session.submit(
    { kind: 'server' },
    `back-${id}-${session.headSeq}-${session.now()}`,
    { type: 'handBackSeat', seat: id },
    () => seatNow(session, id)?.untilReturn === true && connected().has(id),
  );
  return outcome.ok || outcome.refusal.code !== 'notStored';
}

/** Whether a seat would hold because nobody is connected to decide. */
function isAtRisk({ state }: LiveSession, seat: SeatState | null): boolean {
  if (seat === null || state.phase.name !== 'decision' || state.paused !== null) return false;
  return seat.delegates.length > 0 && seat.bot === null && !Object.hasOwn(state.sealed, seat.id);
}

function seatNow({ state }: LiveSession, id: string): SeatState | null {
  return state.seats.find((seat) => seat.id === id) ?? null;
}

/** The character that covers a seat: drawn from a class of novices, the same for the same session. */
function substituteOf({ state }: LiveSession, seat: SeatState): NonNullable<SeatState['bot']> {
  const drawn = assignMix(mixes.CLASS, state.seats.length, mixChanceFor(state.basis.seed));
  const index = state.seats.findIndex(({ id }) => id === seat.id);
  return drawn[index] ?? 'conditional-cooperator';
}
