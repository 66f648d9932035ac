import type { SeatId } from '../../../model/world.ts';
import type { tableRefusals } from '../../vocabulary/refusals.ts';
import type { SessionState } from '../../vocabulary/state.ts';
import { type Agreement, bannedUntil, partiesIn } from '../../vocabulary/agreements.ts';
import { circumstancesNow } from './circumstances.ts';
import type { Terms } from '../../vocabulary/clauses.ts';
import { deedAsked, isMissable } from './deeds.ts';
import { roundOf } from '../table.ts';
import { hasCarriedOut, isDeed } from './judge.ts';

type Fault = (typeof tableRefusals)[number];

/**
 * Why a seat may put no hand to these terms now, or null: it broke its word lately, they contradict themselves or what binds
 * it, or it cannot do all it has bound itself to. `id` is the agreement they are of, null for a new one.
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

/** Whether one forbids, all the while, a deed that the other asks. */
function contradicts(one: Terms, other: Terms): boolean {
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

interface Due {
  readonly kind: string;
  readonly from: number;
  readonly by: number;
}

/** One order a round: no stretch of rounds may hold more different deeds than it has rounds. */
function canDoAll(state: SessionState, seat: SeatId, all: readonly (Terms | Agreement)[]): boolean {
  const dues = duesOf(state, seat, all);
  return dues.every(({ from }) =>
    dues.every(({ by }) => {
      const within = dues.filter((due) => due.from >= from && due.by <= by).length;
      return by < from || within <= by - from + 1;
    }),
  );
}

/** The deeds a seat still owes; one deed can serve two promises whose rounds overlap. */
function duesOf(state: SessionState, seat: SeatId, all: readonly (Terms | Agreement)[]): readonly Due[] {
  const round = roundOf(state);
  const { groups } = circumstancesNow(state);
  let dues: readonly Due[] = [];
  for (const terms of all) {
    terms.clauses.forEach((clause, position) => {
      if (!isDeed(clause) || !isMissable(clause)) return;
      const deed = deedAsked(clause, seat, groups);
      if (deed === null || deed.by < round) return;
      // A notice may have cut the term before the deed falls due.
      if (deed.by > terms.untilRound) return;
      if ('parties' in terms) {
        if (!partiesIn(terms, deed.by).includes(seat)) return;
        if (hasCarriedOut(terms, round, position, seat)) return;
      }
      dues = withDue(dues, { kind: deed.kind, from: Math.max(round, terms.fromRound), by: deed.by });
    });
  }
  return dues;
}

function withDue(dues: readonly Due[], due: Due): readonly Due[] {
  const same = dues.find(({ kind, from, by }) => kind === due.kind && from <= due.by && due.from <= by);
  if (same === undefined) return [...dues, due];
  const both = { kind: due.kind, from: Math.max(same.from, due.from), by: Math.min(same.by, due.by) };
  return [...dues.filter((other) => other !== same), both];
}
