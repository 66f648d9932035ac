import { assertNever } from '../../lib/assertNever.ts';
import { HOLD, type Order } from '../../model/actions.ts';
import type { SeatId } from '../../model/world.ts';
import type { Agreement, Evidence, Judgement } from './agreement.ts';
import type { Clause } from './clauses.ts';

type Orders = Readonly<Record<SeatId, Order>>;

/** What one seat's order does to an agreement that binds in the round: clauses it breaks, and what it carries out for the first time. */
export function evidenceOf(
  agreement: Agreement,
  round: number,
  seat: SeatId,
  order: Order,
): readonly Evidence[] {
  if (!agreement.parties.includes(seat)) return [];
  const others = agreement.parties.filter((party) => party !== seat);
  return agreement.clauses.flatMap((clause, position) => {
    const proof = (kept: boolean, towards: readonly SeatId[]): readonly Evidence[] => [
      { clause: position, seat, order, kept, towards },
    ];
    if (clause.kind === 'carryOut') {
      if (clause.towards === seat || hasCarriedOut(agreement, round, position, seat)) return [];
      if (carriesOut(clause, order, others)) return proof(true, []);
      return round === clause.byRound ? proof(false, others) : [];
    }
    const towards = brokenTowards(clause, order, others);
    return towards.length === 0 ? [] : proof(false, towards);
  });
}

/** Judges an agreement by all orders of a round. A restraint is kept where nobody broke it; a deed where somebody did it. */
export function judgementOf(agreement: Agreement, round: number, orders: Orders): Judgement {
  const evidence = agreement.parties.flatMap((seat) =>
    evidenceOf(agreement, round, seat, orders[seat] ?? HOLD),
  );
  if (evidence.some(({ kept }) => !kept)) return { round, outcome: 'breached', evidence };
  const isKept = evidence.length > 0 || agreement.clauses.some(isRestraint);
  return { round, outcome: isKept ? 'kept' : 'idle', evidence };
}

/** Whether a clause is kept by what is not done. */
export function isRestraint({ kind }: Clause): boolean {
  return kind === 'refrain' || kind === 'mutualRestraint' || kind === 'noListing';
}

function hasCarriedOut({ judgements }: Agreement, round: number, clause: number, seat: SeatId): boolean {
  return judgements.some(
    (earlier) =>
      earlier.round < round &&
      earlier.evidence.some((proof) => proof.kept && proof.clause === clause && proof.seat === seat),
  );
}

/** Whether an order does what a clause asks of its seat. */
function carriesOut(
  clause: Extract<Clause, { kind: 'carryOut' }>,
  order: Order,
  others: readonly SeatId[],
): boolean {
  if (order.action !== clause.action) return false;
  if (clause.towards === null) return true;
  const aims = aimsOf(order);
  return clause.towards === 'parties'
    ? aims.some((aim) => others.includes(aim))
    : aims.includes(clause.towards);
}

/** The parties towards whom an order breaks a restraint: those it strikes, or all where the restraint is towards a third. */
function brokenTowards(
  clause: Exclude<Clause, { kind: 'carryOut' }>,
  order: Order,
  others: readonly SeatId[],
): readonly SeatId[] {
  const aims = aimsOf(order);
  switch (clause.kind) {
    case 'recognition':
      return [];
    case 'noListing':
      return order.action === 'restrict' ? others : [];
    case 'mutualRestraint':
      return order.action === 'restrict' || order.action === 'build-force'
        ? others.filter((other) => aims.includes(other))
        : [];
    case 'refrain': {
      if (order.action !== clause.action) return [];
      const hasNoAim = clause.action === 'localize' || clause.action === 'join-exclusive';
      if (hasNoAim || clause.against === 'anyone') return others;
      if (clause.against === 'parties') return others.filter((other) => aims.includes(other));
      return aims.includes(clause.against) ? others : [];
    }
    default:
      return assertNever(clause);
  }
}

function aimsOf(order: Order): readonly SeatId[] {
  if ('targets' in order) return order.targets ?? [];
  return order.action === 'bridge' ? (order.pair ?? []) : [];
}
