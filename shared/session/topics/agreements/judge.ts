import { assertNever } from '../../../lib/assertNever.ts';
import { HOLD, type Order } from '../../../model/actions.ts';
import type { SeatId } from '../../../model/world.ts';
import { type Agreement, type Evidence, type Judgement, partiesIn } from '../../vocabulary/agreements.ts';
import type { Circumstances } from './circumstances.ts';
import type { Clause } from '../../vocabulary/clauses.ts';
import { carriesOut, deedAsked, isMissable } from './deeds.ts';

type Orders = Readonly<Record<SeatId, Order>>;

/**
 * What one seat's order does to an agreement that binds in the round: the clauses it breaks, and those it fulfils for the first
 * time.
 */
export function evidenceOf(
  agreement: Agreement,
  round: number,
  seat: SeatId,
  order: Order,
  about: Circumstances,
): readonly Evidence[] {
  const parties = partiesIn(agreement, round);
  if (!parties.includes(seat)) return [];
  const others = parties.filter((party) => party !== seat);
  return agreement.clauses.flatMap((clause, position) => {
    const proof = (kept: boolean, towards: readonly SeatId[]): readonly Evidence[] => [
      { clause: position, seat, order, kept, towards },
    ];
    if (isDeed(clause)) {
      const deed = deedAsked(clause, seat, about.groups);
      if (deed === null || hasCarriedOut(agreement, round, position, seat)) return [];
      if (carriesOut(clause, order, others)) return proof(true, []);
      return round === deed.by && isMissable(clause) ? proof(false, others) : [];
    }
    const towards = brokenTowards(clause, order, others, about);
    return towards.length === 0 ? [] : proof(false, towards);
  });
}

/** Judges an agreement by all orders of a round. A restraint is kept if nobody broke it; a deed if somebody did it. */
export function judgementOf(
  agreement: Agreement,
  round: number,
  orders: Orders,
  about: Circumstances,
): Judgement {
  const evidence = partiesIn(agreement, round).flatMap((seat) =>
    evidenceOf(agreement, round, seat, orders[seat] ?? HOLD, about),
  );
  if (evidence.some(({ kept }) => !kept)) return { round, outcome: 'breached', evidence };
  const isKept = evidence.length > 0 || agreement.clauses.some(isRestraint);
  return { round, outcome: isKept ? 'kept' : 'idle', evidence };
}

/** Whether a review that is due in a judged round was missed: some party has talked with no other. */
export function missesReview(agreement: Agreement, judgement: Judgement): boolean {
  const { round } = judgement;
  return agreement.clauses.some(
    (clause, position) =>
      clause.kind === 'review' &&
      clause.byRound === round &&
      partiesIn(agreement, round).some(
        (seat) =>
          ![...agreement.judgements, judgement].some(({ evidence }) =>
            evidence.some((proof) => proof.kept && proof.clause === position && proof.seat === seat),
          ),
      ),
  );
}

type DeedClause = Extract<Clause, { readonly byRound: number }>;
type RestraintClause = Exclude<Clause, DeedClause>;

/** Whether a clause asks for something to be done by a round. */
export function isDeed(clause: Clause): clause is DeedClause {
  return 'byRound' in clause;
}

/** Whether a clause asks for something not to be done. */
export function isRestraint(clause: Clause): boolean {
  return !isDeed(clause) && clause.kind !== 'recognition';
}

/** Whether a seat has done, before a round, what the clause at a position asks once. */
export function hasCarriedOut(
  { judgements }: Agreement,
  round: number,
  clause: number,
  seat: SeatId,
): boolean {
  return judgements.some(
    (earlier) =>
      earlier.round < round &&
      earlier.evidence.some((proof) => proof.kept && proof.clause === clause && proof.seat === seat),
  );
}

/** The parties towards whom an order breaks a restraint: those it hits, or all if the restraint protects somebody else. */
function brokenTowards(
  clause: RestraintClause,
  order: Order,
  others: readonly SeatId[],
  { hasIncident }: Circumstances,
): readonly SeatId[] {
  const struck = others.filter((other) => aimsOf(order).includes(other));
  const isRestriction = order.action === 'restrict';
  const isOperation = order.action === 'build-force';
  switch (clause.kind) {
    case 'recognition':
      return [];
    case 'noListing':
      return isRestriction ? others : [];
    case 'mutualRestraint':
      return isRestriction || isOperation ? struck : [];
    case 'notification':
      return isOperation || (isRestriction && hasIncident) ? struck : [];
    case 'corridor':
      return order.action === 'localize' ? others : isRestriction ? struck : [];
    case 'refrain':
      return refrainBroken(clause, order, others, struck);
    default:
      return assertNever(clause);
  }
}

function refrainBroken(
  { action, against }: Extract<Clause, { kind: 'refrain' }>,
  order: Order,
  others: readonly SeatId[],
  struck: readonly SeatId[],
): readonly SeatId[] {
  if (order.action !== action) return [];
  if (action === 'localize' || action === 'join-exclusive' || against === 'anyone') return others;
  if (against === 'parties') return struck;
  return aimsOf(order).includes(against) ? others : [];
}

/** The seats an order is aimed at. */
function aimsOf(order: Order): readonly SeatId[] {
  return 'targets' in order ? (order.targets ?? []) : [];
}
