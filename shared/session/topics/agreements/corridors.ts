import type { Corridor, SeatId } from '../../../model/world.ts';
import { type Agreement, type Evidence, partiesIn } from '../../vocabulary/agreements.ts';

/**
 * The pairs of seats whose data corridor nobody broke in a round, each pair once. `evidenceFor` tells what a party's order did to
 * an agreement.
 */
export function corridorsOf(
  agreements: readonly Agreement[],
  round: number,
  evidenceFor: (agreement: Agreement, seat: SeatId) => readonly Evidence[],
): readonly Corridor[] {
  const found = new Map<string, Corridor>();
  for (const agreement of agreements) {
    if (!agreement.clauses.some(({ kind }) => kind === 'corridor')) continue;
    const parties = partiesIn(agreement, round);
    if (parties.some((party) => evidenceFor(agreement, party).some(({ kept }) => !kept))) continue;
    parties.forEach((a, index) => {
      for (const b of parties.slice(index + 1)) found.set([a, b].toSorted().join(' '), [a, b]);
    });
  }
  return [...found.values()];
}
