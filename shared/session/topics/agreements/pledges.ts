import type { Order } from '../../../model/actions.ts';
import type { Pledge, Recognition, SeatId, World } from '../../../model/world.ts';
import { type Agreement, bindsIn, type Evidence, partiesIn } from '../../vocabulary/agreements.ts';
import type { Circumstances } from './circumstances.ts';
import { isRestraint, judgementOf } from './judge.ts';

type Orders = Readonly<Record<SeatId, Order>>;

interface Pair {
  readonly between: readonly [SeatId, SeatId];
  readonly breachedBy: Set<SeatId>;
  isPublic: boolean;
  isBrokenInPublic: boolean;
}

/**
 * The pledges that agreements give to the rules: one per pair of seats that a clause affects in this round. A restraint affects
 * every pair; a deed only the pairs of those who did it or owed it. [model D.13]
 */
export function pledgesOf(
  agreements: readonly Agreement[],
  round: number,
  orders: Orders,
  about: Circumstances,
): readonly Pledge[] {
  return pledgesBy(agreements, round, (agreement) => judgementOf(agreement, round, orders, about).evidence);
}

/** The same from evidence that is known already, or assumed. */
export function pledgesBy(
  agreements: readonly Agreement[],
  round: number,
  evidenceFor: (agreement: Agreement) => readonly Evidence[],
): readonly Pledge[] {
  const pairs = new Map<string, Pair>();
  for (const agreement of agreements) addPairs(pairs, agreement, round, evidenceFor(agreement));
  return [...pairs.values()].map(({ between, breachedBy, isPublic, isBrokenInPublic }) => ({
    between,
    breachedBy: between.filter((seat) => breachedBy.has(seat)),
    public: breachedBy.size > 0 ? isBrokenInPublic : isPublic,
  }));
}

function addPairs(
  pairs: Map<string, Pair>,
  agreement: Agreement,
  round: number,
  evidence: readonly Evidence[],
): void {
  const { secrecy, clauses } = agreement;
  const parties = partiesIn(agreement, round);
  const restrains = clauses.some(isRestraint);
  parties.forEach((a, index) => {
    for (const b of parties.slice(index + 1)) {
      const proofs = evidence.filter(({ seat, kept, towards }) =>
        kept
          ? seat === a || seat === b
          : (seat === a && towards.includes(b)) || (seat === b && towards.includes(a)),
      );
      if (!restrains && proofs.length === 0) continue;
      const key = [a, b].toSorted().join(' ');
      const pair = pairs.get(key) ?? {
        between: [a, b],
        breachedBy: new Set(),
        isPublic: false,
        isBrokenInPublic: false,
      };
      pairs.set(key, pair);
      pair.isPublic ||= secrecy === 'public';
      for (const { kept, seat } of proofs) {
        if (kept) continue;
        pair.breachedBy.add(seat);
        pair.isBrokenInPublic ||= secrecy === 'public';
      }
    }
  });
}

/** The agreements that bind in a round. */
export function bindingIn(agreements: readonly Agreement[], round: number): readonly Agreement[] {
  return agreements.filter((agreement) => bindsIn(agreement, round));
}

/** The agreements that were judged in a resolved round, so that they can be judged again with other orders. */
export function judgedIn(agreements: readonly Agreement[], round: number): readonly Agreement[] {
  return agreements.filter(({ judgements }) => judgements.some((judgement) => judgement.round === round));
}

/**
 * Recognitions that count: both groups exist in that field, and each has a member among the parties in the round. Every pair of
 * groups counts once.
 */
export function recognitionsOf(
  agreements: readonly Agreement[],
  round: number,
  world: World,
  seats: readonly SeatId[],
): readonly Recognition[] {
  const found = new Map<string, Recognition>();
  for (const agreement of agreements) {
    const parties = partiesIn(agreement, round);
    for (const clause of agreement.clauses) {
      if (clause.kind !== 'recognition') continue;
      const { field, groups } = clause;
      const signs = (id: number): boolean =>
        world.blocs.some(
          (bloc) =>
            bloc.id === id &&
            bloc.kind === 'functional' &&
            bloc.field === field &&
            bloc.members.some((member) => parties.includes(seats[member] ?? '')),
        );
      if (groups.every(signs))
        found.set(`${field} ${groups.toSorted((a, b) => a - b).join(' ')}`, { field, groups });
    }
  }
  return [...found.values()];
}
