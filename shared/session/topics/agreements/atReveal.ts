import { HOLD, type Order } from '../../../model/actions.ts';
import type { SeatId, World } from '../../../model/world.ts';
import type { RoundInput } from '../../../model/roundInput.ts';
import type { EventOf } from '../../vocabulary/events.ts';
import type { RoundRecord, SessionState } from '../../vocabulary/state.ts';
import {
  type Agreement,
  type AgreementStatus,
  bindsIn,
  type Judgement,
} from '../../vocabulary/agreements.ts';
import { type Circumstances, circumstancesNow, circumstancesThen } from './circumstances.ts';
import { roundOf } from '../table.ts';
import { evidenceOf, judgementOf, missesReview } from './judge.ts';
import { corridorsOf } from './corridors.ts';
import { judgedIn, pledgesOf } from './pledges.ts';

type AtReveal = EventOf<'agreementLapsed'> | EventOf<'agreementJudged'>;

/**
 * What a reveal does to agreements: open offers lapse, binding terms are judged. `state` is the table before the round is
 * resolved.
 */
export function agreementsAtReveal(
  state: SessionState,
  orders: Readonly<Record<SeatId, Order>>,
): readonly AtReveal[] {
  const round = roundOf(state);
  const about = circumstancesNow(state);
  return state.agreements.flatMap((agreement): AtReveal[] => {
    if (agreement.status === 'proposed') return [{ type: 'agreementLapsed', agreement: agreement.id, round }];
    if (!bindsIn(agreement, round)) return [];
    const judgement = judgementOf(agreement, round, orders, about);
    const ends = endOf(agreement, judgement);
    return [{ type: 'agreementJudged', agreement: agreement.id, judgement, ends }];
  });
}

function endOf(agreement: Agreement, judgement: Judgement): AgreementStatus | null {
  const { round, outcome } = judgement;
  if (outcome === 'breached') return 'breached';
  if (round < agreement.untilRound && !missesReview(agreement, judgement)) return null;
  if (agreement.leaver !== null) return 'left';
  const wasKept = outcome === 'kept' || agreement.judgements.some((earlier) => earlier.outcome === 'kept');
  return wasKept ? 'kept' : 'expired';
}

/** The binding agreement that an order would breach now, or null. */
export function bindingBrokenBy(state: SessionState, seat: SeatId, order: Order): Agreement | null {
  const round = roundOf(state);
  const about = circumstancesNow(state);
  const broken = state.agreements.find(
    (agreement) =>
      agreement.force === 'binding' &&
      bindsIn(agreement, round) &&
      evidenceOf(agreement, round, seat, order, about).some(({ kept }) => !kept),
  );
  return broken ?? null;
}

/** The pledges and corridors of a resolved round if one seat had held; `before` is the world at its start. */
export function agreedIfHeld(
  { agreements, seats }: SessionState,
  record: RoundRecord,
  before: World,
  seat: SeatId,
): Pick<RoundInput, 'pledges' | 'corridors'> {
  if (record.pledges.length === 0) return { pledges: record.pledges };
  const orders: Record<SeatId, Order> = { ...record.orders, [seat]: { action: 'hold' } };
  const about = circumstancesThen(
    seats,
    before,
    record.events.map(({ event }) => event),
  );
  return agreedBy(judgedIn(agreements, record.round), record.round, orders, about);
}

/** The pledges and corridors that agreements give to the rules in a round of these orders. */
export function agreedBy(
  agreements: readonly Agreement[],
  round: number,
  orders: Readonly<Record<SeatId, Order>>,
  about: Circumstances,
): Pick<RoundInput, 'pledges' | 'corridors'> {
  return {
    pledges: pledgesOf(agreements, round, orders, about),
    corridors: corridorsOf(agreements, round, (agreement, seat) =>
      evidenceOf(agreement, round, seat, orders[seat] ?? HOLD, about),
    ),
  };
}
