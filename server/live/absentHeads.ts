import { awaySince } from '#shared/lib/awaySince.ts';
import { headOf } from '#shared/session/topics/delegationRules.ts';
import type { SeatState } from '#shared/session/vocabulary/state.ts';
import type { ClockKeeper } from '#shared/run/keepClock.ts';
import type { LiveSession } from './session.ts';
import { keepWatch, nextOf } from './watch.ts';

/** How long a head may be away before a connected member of the delegation becomes head. */
export const PASS_AFTER_MS = 45_000;

/** Connected delegates, by id. Connections are no history, so the state never contains them. */
export type ConnectedDelegates = () => ReadonlySet<string>;

/**
 * Keeps delegations from waiting for an unreachable head: after `PASS_AFTER_MS` the first connected member becomes head. If no
 * member is connected, nothing happens; a head who returns can ask for the role back.
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

/** True once the head has changed, or no longer needs to. */
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

/** The member who would replace the head now: the earliest to join of those who are connected. */
function heirOf(seat: SeatState, here: ReadonlySet<string>): string | null {
  return seat.delegates.find(({ id, role }) => role !== 'head' && here.has(id))?.id ?? null;
}
