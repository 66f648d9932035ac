import type { AgreementView } from '#shared/session/views/agreementView.ts';
import { bindsIn, partiesIn } from '#shared/session/vocabulary/agreements.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { MapTie } from '../../map/mapPicture.ts';
import { agreementsOf } from '../lookup.ts';

/** Up to this many parties every pair is tied; beyond, each to the proposer, so that the map stays readable. */
const ALL_PAIRS = 3;

/** The ties of agreements in force this round, as far as this viewer may know; one tie per pair, the public one first. */
export function tiesOf(view: View): readonly MapTie[] {
  const round = Math.max(1, view.table.round);
  const ties = new Map<string, MapTie>();
  for (const agreement of agreementsOf(view).filter((one) => bindsIn(one, round))) {
    const secret = agreement.secrecy === 'secret';
    for (const [a, b] of pairsOf(agreement, round)) {
      const key = [a, b].toSorted().join(' ');
      if (!ties.has(key) || !secret) ties.set(key, { a, b, secret });
    }
  }
  return [...ties.values()];
}

function pairsOf(agreement: AgreementView, round: number): readonly (readonly [string, string])[] {
  const parties = partiesIn(agreement, round);
  const { proposer } = agreement;
  return parties.flatMap((a, index) =>
    parties
      .slice(index + 1)
      .filter((b) => parties.length <= ALL_PAIRS || a === proposer || b === proposer)
      .map((b) => [a, b] as const),
  );
}
