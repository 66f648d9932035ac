import type { SeatId } from '../../../model/world.ts';
import { type Agreement, partiesIn } from '../../vocabulary/agreements.ts';
import type { Clause, Terms } from '../../vocabulary/clauses.ts';
import type { Circumstances } from './circumstances.ts';
import { deedAsked, isMissable } from './deeds.ts';
import { hasCarriedOut, isDeed } from './judge.ts';

/** A deed that a seat still owes: the rounds in which it can be done, and the clauses that it fulfils. */
export interface Due {
  readonly kind: string;
  readonly from: number;
  readonly by: number;
  readonly clauses: readonly Clause[];
}

/** The deeds that a seat still owes from a round on; one deed can fulfil two promises whose rounds overlap. */
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
      // A notice may have ended the term before the deed is due.
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

/** With one order a round, the first span of rounds that has more deeds due than rounds; null for none. */
export function tooMany(dues: readonly Due[]): readonly Due[] {
  for (const { from } of dues) {
    for (const { by } of dues) {
      const within = dues.filter((due) => due.from >= from && due.by <= by);
      if (by >= from && within.length > by - from + 1) return within;
    }
  }
  return [];
}
