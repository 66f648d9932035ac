import { failed, ok } from '../../lib/result.ts';
import type { SeatId } from '../../model/world.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { Decision } from '../vocabulary/decision.ts';
import type { SessionBasis, SessionState } from '../vocabulary/state.ts';
import type { UsualScores } from '../vocabulary/usual.ts';

type Measured = Pick<SessionState, 'basis' | 'rounds' | 'usual'>;

/** The server notes what the seats of this session usually score: once, and only measured for this session's seats and rounds. */
export function noteUsual(state: SessionState, { usual }: CommandOf<'noteUsual'>): Decision {
  if (state.usual !== undefined) return failed({ code: 'usualKnown' });
  if (!isOf(state.basis, usual)) return failed({ code: 'unknownSeat' });
  return ok([{ type: 'usualNoted', usual }]);
}

function isOf({ setting, plan }: SessionBasis, { games: _games, ...lists }: UsualScores): boolean {
  const ids = setting.seats.map(({ id }) => id).toSorted();
  return Object.values(lists).every(
    (list) =>
      Object.keys(list).toSorted().join(' ') === ids.join(' ') &&
      Object.values(list).every((values) => values.length === plan.rounds),
  );
}

/** What a seat usually has after the rounds resolved so far, in tenths; null if it was not measured or nothing is resolved. */
export function usualNow({ basis, rounds, usual }: Measured, seat: SeatId): number | null {
  const last = rounds.length - 1;
  const noted = usual?.now[seat]?.[last];
  const planned = tenths(basis.plan.usual?.scores[seat]?.[last]);
  return (isAsMeasured(basis) ? (planned ?? noted) : (noted ?? planned)) ?? null;
}

/** The usual final score of a seat after so many rounds, in tenths, and the range of the middle half of the simulated games. */
export interface UsualEnd {
  readonly par: number;
  /** Null if only the mean was measured. */
  readonly range: readonly [number, number] | null;
}

/**
 * The usual final score of a seat after as many rounds as were played: all of the plan, as many as a hidden end allowed, or those
 * before the host ended the session. Null if it was not measured, and before the first round is resolved.
 */
export function usualEnd(state: Measured, seat: SeatId): UsualEnd | null {
  const { basis, rounds, usual } = state;
  const last = rounds.length - 1;
  const noted = usual?.end[seat]?.[last];
  const planned = plannedEnd(state, seat);
  const par = isAsMeasured(basis) ? (planned ?? noted) : (noted ?? planned);
  if (par === undefined) return null;
  const [low, high] = [usual?.low[seat]?.[last], usual?.high[seat]?.[last]];
  return { par, range: low === undefined || high === undefined ? null : [low, high] };
}

/** From the numbers that came with the scenario. */
function plannedEnd({ basis, rounds }: Measured, seat: SeatId): number | undefined {
  const { pars, usual } = basis.plan;
  if (rounds.length >= basis.plan.rounds) return tenths(pars?.[seat]);
  const reached = usual?.scores[seat]?.[rounds.length - 1];
  const legacy = usual?.legacy[rounds.length - 1];
  return reached === undefined || legacy === undefined ? undefined : tenths(reached + legacy);
}

/**
 * Whether the scenario's numbers apply: they were measured with the cards dealt round by round and the scenario's own setting of
 * the way back. [decision 0005]
 */
function isAsMeasured({ options, scenario }: SessionBasis): boolean {
  return !options.openDeck && (options.scarred ?? scenario.scarred) === scenario.scarred;
}

function tenths(points: number | undefined): number | undefined {
  return points === undefined ? undefined : Math.round(points * 10);
}
