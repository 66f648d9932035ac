import type { Entry } from '../../../model/entries.ts';
import type { Pledge, SeatId } from '../../../model/world.ts';
import type { SessionState } from '../../vocabulary/state.ts';
import { type Evidence, isOpenTo, type Judgement } from '../../vocabulary/agreements.ts';
import { judgedIn, pledgesBy } from './pledges.ts';

/**
 * The changes of a round as an onlooker may have them explained: a change of trust that comes only from a secret agreement keeps
 * its size but loses its cause. `seat` is null for viewers without a seat.
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
  const told = pledgesBy(open, round, ({ judgements }) => evidenceIn(judgements, round));
  return entries.map((entry) => (isTelltale(state, told, entry) ? disguised(entry) : entry));
}

function evidenceIn(judgements: readonly Judgement[], round: number): readonly Evidence[] {
  return judgements.find((judgement) => judgement.round === round)?.evidence ?? [];
}

/** Whether an entry would reveal a secret promise between its two seats: who broke it, or that both kept it. */
function isTelltale(state: SessionState, told: readonly Pledge[], entry: Entry): boolean {
  if (!('quantity' in entry) || entry.quantity !== 'trust') return false;
  if (entry.reason !== 'pledgeKept' && entry.reason !== 'pledgeBroken') return false;
  const n = state.seats.length;
  const [who, other] = [Math.floor(entry.at / n), entry.at % n].map((index) => state.seats[index]?.id ?? '');
  const pledge = told.find(({ between }) => between.every((party) => party === who || party === other));
  if (pledge === undefined) return true;
  return entry.reason === 'pledgeBroken'
    ? !pledge.breachedBy.some((party) => party === other)
    : pledge.breachedBy.length > 0;
}

function disguised(entry: Entry): Entry {
  if (!('quantity' in entry)) return entry;
  const { quantity, at, delta } = entry;
  return { reason: 'undisclosed', quantity, at, delta };
}
