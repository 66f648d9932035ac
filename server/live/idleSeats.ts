import { awaySince } from '#shared/lib/awaySince.ts';
import { mixChanceFor } from '#shared/bots/chance.ts';
import { assignMix, mixes } from '#shared/bots/mixes.ts';
import type { SeatState } from '#shared/session/vocabulary/state.ts';
import type { ClockKeeper } from './deadlines.ts';
import type { ConnectedSeats } from './absences.ts';
import type { LiveSession } from './session.ts';
import { keepWatch, nextOf } from './watch.ts';

/**
 * Keeps a session from waiting for people who are out of reach: while decisions are open, an unsealed seat whose people
 * have all been away for `coverAfterSeconds` is covered by a bot, and handed back at once when one of them returns. Where
 * nobody at all is connected nothing is done: then it is the network that is away, and the deadline decides.
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

/** The seats that are at risk, each with the time until a bot is to stand in. */
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

/** True once a bot stands in, or need not any more. */
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

/** True once the seat is its people's again, or need not be any more. */
async function handBack(session: LiveSession, id: string, connected: ConnectedSeats): Promise<boolean> {
  const outcome = await session.submit(
    { kind: 'server' },
    `back-${id}-${session.headSeq}-${session.now()}`,
    { type: 'handBackSeat', seat: id },
    () => seatNow(session, id)?.untilReturn === true && connected().has(id),
  );
  return outcome.ok || outcome.refusal.code !== 'notStored';
}

/** Whether a seat would hold because nobody is there to decide. */
function isAtRisk({ state }: LiveSession, seat: SeatState | null): boolean {
  if (seat === null || state.phase.name !== 'decision' || state.paused !== null) return false;
  return seat.delegates.length > 0 && seat.bot === null && !Object.hasOwn(state.sealed, seat.id);
}

function seatNow({ state }: LiveSession, id: string): SeatState | null {
  return state.seats.find((seat) => seat.id === id) ?? null;
}

/** The character that stands in for a seat: of a class of novices, the same for the same session. */
function substituteOf({ state }: LiveSession, seat: SeatState): NonNullable<SeatState['bot']> {
  const drawn = assignMix(mixes.CLASS, state.seats.length, mixChanceFor(state.basis.seed));
  const index = state.seats.findIndex(({ id }) => id === seat.id);
  return drawn[index] ?? 'conditional-cooperator';
}
