import { coverIfEmpty } from '#shared/run/coverEmptySeats.ts';
import type { LiveSession } from '../live/session.ts';
import { attendanceOf } from './attendance.ts';

/** Places that are being freed. */
const underWay = new WeakMap<LiveSession, Set<string>>();

/**
 * Frees places whose device has never connected, so that a script that only asks for seats holds none for long. In a running
 * session a bot then takes an empty seat if the host lets bots cover empty seats.
 */
export function freeUnused(session: LiveSession): void {
  const freeing = underWay.get(session) ?? new Set<string>();
  underWay.set(session, freeing);
  const unused = attendanceOf(session)
    .unused()
    .filter((delegate) => !freeing.has(delegate));
  if (unused.length === 0) return;
  for (const delegate of unused) freeing.add(delegate);
  void free(session, unused).finally(() => unused.forEach((delegate) => freeing.delete(delegate)));
}

async function free(session: LiveSession, delegates: readonly string[]): Promise<void> {
  const attendance = attendanceOf(session);
  const seats = session.state.seats.filter((seat) => seat.delegates.some(({ id }) => delegates.includes(id)));
  const key = `unused-${session.headSeq}-${delegates[0] ?? ''}`;
  const areStillUnused = (): boolean => delegates.every((delegate) => attendance.hasNeverCome(delegate));
  const outcome = await session.submit(
    { kind: 'server' },
    key,
    { type: 'clearAbsent', delegates: [...delegates] },
    areStillUnused,
  );
  if (!outcome.ok) return;
  for (const delegate of delegates) attendance.forget(delegate);
  for (const { id } of seats) await coverIfEmpty(session, id, key);
}
