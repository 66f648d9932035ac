import type { Entry } from '../../model/ledger.ts';
import type { SeatId } from '../../model/world.ts';
import type { SessionState } from '../state.ts';
import { type Agreement, isOpenTo } from './agreement.ts';
import { judgedIn } from './pledges.ts';

/**
 * The changes of a round as an onlooker may have them explained: a change of trust that comes from a secret agreement
 * alone keeps its size but not its cause. `seat` is null for who holds none.
 */
export function discreetly(
  state: SessionState,
  round: number,
  seat: SeatId | null,
  entries: readonly Entry[],
): readonly Entry[] {
  const judged = judgedIn(state.agreements, round);
  if (judged.every((agreement) => isOpenTo(agreement, seat))) return entries;
  const open = judged.filter((agreement) => isOpenTo(agreement, seat));
  return entries.map((entry) => (isTelltale(state, round, open, entry) ? disguised(entry) : entry));
}

function isTelltale(state: SessionState, round: number, open: readonly Agreement[], entry: Entry): boolean {
  if (!('quantity' in entry) || entry.quantity !== 'trust') return false;
  if (entry.reason !== 'pledgeKept' && entry.reason !== 'pledgeBroken') return false;
  const n = state.seats.length;
  const pair = [state.seats[Math.floor(entry.at / n)]?.id ?? '', state.seats[entry.at % n]?.id ?? ''];
  const outcome = entry.reason === 'pledgeKept' ? 'kept' : 'breached';
  const isTold = open.some(
    ({ parties, judgements }) =>
      pair.every((party) => parties.includes(party)) &&
      judgements.some((judgement) => judgement.round === round && judgement.outcome === outcome),
  );
  return !isTold;
}

function disguised(entry: Entry): Entry {
  if (!('quantity' in entry)) return entry;
  const { quantity, at, delta } = entry;
  return { reason: 'undisclosed', quantity, at, delta };
}
