import type { SeatId } from '../../../model/world.ts';
import type { tableRefusals } from '../../vocabulary/refusals.ts';
import type { SessionState } from '../../vocabulary/state.ts';
import { type Agreement, bannedUntil } from '../../vocabulary/agreements.ts';
import { circumstancesNow } from './circumstances.ts';
import type { Terms } from '../../vocabulary/clauses.ts';
import { duesOf, tooMany } from './dues.ts';
import { roundOf } from '../table.ts';

type Fault = (typeof tableRefusals)[number];

/**
 * Why a seat may not sign these terms now, or null: it recently broke its word, the terms contradict themselves or other binding
 * ones, or it cannot do everything it has promised. `id` is the agreement of the terms; null for a new one.
 */
export function faultOfSigning(
  state: SessionState,
  seat: SeatId,
  terms: Terms,
  id: string | null,
): Fault | null {
  if (bannedUntil(state.agreements, seat, roundOf(state)) !== null) return 'bannedFromPledges';
  if (contradicts(terms, terms)) return 'contradictsItself';
  const bound = state.agreements.filter(
    (agreement) =>
      agreement.id !== id &&
      agreement.force === 'binding' &&
      (agreement.status === 'inForce' || agreement.status === 'proposed') &&
      agreement.signed.includes(seat),
  );
  if (bound.some((other) => contradicts(other, terms) || contradicts(terms, other))) {
    return 'contradictsBinding';
  }
  const isFree = terms.force === 'pledge' && bound.length === 0;
  return isFree || canDoAll(state, seat, [...bound, terms]) ? null : 'contradictsBinding';
}

/** Whether one clause forbids throughout its term a deed that the other asks for. */
export function contradicts(one: Terms, other: Terms): boolean {
  return one.clauses.some(
    (ban) =>
      ban.kind === 'refrain' &&
      other.clauses.some(
        (deed) =>
          deed.kind === 'carryOut' &&
          deed.action === ban.action &&
          one.fromRound <= other.fromRound &&
          deed.byRound <= one.untilRound,
      ),
  );
}

function canDoAll(state: SessionState, seat: SeatId, all: readonly (Terms | Agreement)[]): boolean {
  return tooMany(duesOf(roundOf(state), circumstancesNow(state).groups, seat, all)).length === 0;
}
