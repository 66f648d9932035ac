import { awaySince } from '#shared/lib/awaySince.ts';
import { headOf } from '#shared/session/topics/delegationRules.ts';
import type { SeatState } from '#shared/session/vocabulary/state.ts';
import type { ClockKeeper } from './deadlines.ts';
import type { LiveSession } from './session.ts';
import { keepWatch, nextOf } from './watch.ts';

/** How long a head may be away before somebody of the delegation who is there leads it. */
export const PASS_AFTER_MS = 45_000;

/** Delegates who are connected now, by id. Who is connected is not history, so it never lies in the state. */
export type ConnectedDelegates = () => ReadonlySet<string>;

/**
 * Keeps delegations from waiting for a head who is out of reach: after `PASS_AFTER_MS` the first of their people who is
 * connected becomes head. Where nobody of a delegation is there, nothing is passed; who returns asks for the role back.
 */
export function keepHeads(session: LiveSession, connected: ConnectedDelegates): ClockKeeper {
  let away: ReadonlyMap<string, number> = new Map();
  return keepWatch(session, (again) => {
    if (session.state.phase.name === 'ended') return Number.POSITIVE_INFINITY;
    const here = connected();
    const heads = session.state.seats.map(headOf).filter((head) => head !== null);
    away = awaySince(
      away,
      heads.filter((head) => !here.has(head)),
      session.now(),
    );
    const waits = session.state.seats.flatMap((seat) => {
      const since = away.get(headOf(seat) ?? '');
      if (since === undefined || heirOf(seat, here) === null) return [];
      return [{ seat: seat.id, ms: since + PASS_AFTER_MS - session.now() }];
    });
    for (const { seat, ms } of waits)
      if (ms <= 0) void pass(session, seat, connected).then((done) => (done ? undefined : again()));
    return nextOf(waits);
  });
}

/** True once the head is passed on, or need not be any more. */
async function pass(session: LiveSession, id: string, connected: ConnectedDelegates): Promise<boolean> {
  const seat = session.state.seats.find((candidate) => candidate.id === id);
  const heir = seat === undefined ? null : heirOf(seat, connected());
  if (seat === undefined || heir === null) return true;
  const head = headOf(seat);
  const isStillApt = (): boolean =>
    session.state.seats.some((now) => now.id === id && headOf(now) === head) &&
    !connected().has(head ?? '') &&
    connected().has(heir);
  const outcome = await session.submit(
    { kind: 'server' },
    `head-${id}-${session.headSeq}-${session.now()}`,
    { type: 'passHead', seat: id, delegate: heir },
    isStillApt,
  );
  return outcome.ok || outcome.refusal.code !== 'notStored';
}

/** Who of a delegation would lead it now, its head apart: the first to have come who is there. */
function heirOf(seat: SeatState, here: ReadonlySet<string>): string | null {
  return seat.delegates.find(({ id, role }) => role !== 'head' && here.has(id))?.id ?? null;
}
