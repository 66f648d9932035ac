import type { SeatId } from '../../model/world.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** What a seat usually has after the rounds resolved so far, in points; null where it was not measured or nothing is resolved. */
export function usualNow(
  { basis, rounds }: Pick<SessionState, 'basis' | 'rounds'>,
  seat: SeatId,
): number | null {
  return basis.plan.usual?.scores[seat]?.[rounds.length - 1] ?? null;
}

/**
 * What a seat usually ends with, in points: after all rounds of the plan, or, where the end was hidden, after as many as came. Null where it was not
 * measured, or where the host ended the session before its time.
 */
export function usualEnd(
  { basis, rounds }: Pick<SessionState, 'basis' | 'rounds'>,
  seat: SeatId,
): number | null {
  const { pars, usual } = basis.plan;
  if (rounds.length >= basis.plan.rounds) return pars?.[seat] ?? null;
  const reached = usual?.scores[seat]?.[rounds.length - 1];
  const legacy = usual?.legacy[rounds.length - 1];
  return reached === undefined || legacy === undefined ? null : reached + legacy;
}
