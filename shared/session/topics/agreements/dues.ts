import type { SeatId } from '../../../model/world.ts';
import { type Agreement, partiesIn } from '../../vocabulary/agreements.ts';
import type { Clause, Terms } from '../../vocabulary/clauses.ts';
import type { Circumstances } from './circumstances.ts';
import { deedAsked, isMissable } from './deeds.ts';
import { hasCarriedOut, isDeed } from './judge.ts';

/** A deed that a seat still owes: in which rounds it can be done, and the clauses that it serves. */
export interface Due {
  readonly kind: string;
  readonly from: number;
  readonly by: number;
  readonly clauses: readonly Clause[];
}

/** The deeds a seat still owes from a round on; one deed can serve two promises whose rounds overlap. */
export function duesOf(
  round: number,
  groups: Circumstances['groups'],
  seat: SeatId,
  all: readonly (Terms | Agreement)[],
): readonly Due[] {
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
      const from = Math.max(round, terms.fromRound);
      dues = withDue(dues, { kind: deed.kind, from, by: deed.by, clauses: [clause] });
    });
  }
  return dues;
}

function withDue(dues: readonly Due[], due: Due): readonly Due[] {
  const same = dues.find(({ kind, from, by }) => kind === due.kind && from <= due.by && due.from <= by);
  if (same === undefined) return [...dues, due];
  const both = {
    kind: due.kind,
    from: Math.max(same.from, due.from),
    by: Math.min(same.by, due.by),
    clauses: [...same.clauses, ...due.clauses],
  };
  return [...dues.filter((other) => other !== same), both];
}

/** One order a round: the first stretch of rounds that holds more different deeds than it has rounds, or none. */
export function tooMany(dues: readonly Due[]): readonly Due[] {
  for (const { from } of dues) {
    for (const { by } of dues) {
      const within = dues.filter((due) => due.from >= from && due.by <= by);
      if (by >= from && within.length > by - from + 1) return within;
    }
  }
  return [];
}
