import type { Order } from '../../model/actions.ts';
import type { Pledge, SeatId } from '../../model/world.ts';
import type { EventOf } from '../events.ts';
import type { RoundRecord, SessionState } from '../state.ts';
import { type Agreement, type AgreementStatus, bindsIn, type Judgement } from './agreement.ts';
import { roundOf } from './faults.ts';
import { evidenceOf, judgementOf } from './judge.ts';
import { judgedIn, pledgesOf } from './pledges.ts';

type AtReveal = EventOf<'agreementLapsed'> | EventOf<'agreementJudged'>;

/** What a reveal does to agreements: open offers lapse, what binds is judged. `state` is the table before the round is resolved. */
export function agreementsAtReveal(
  state: SessionState,
  orders: Readonly<Record<SeatId, Order>>,
): readonly AtReveal[] {
  const round = roundOf(state);
  return state.agreements.flatMap((agreement): AtReveal[] => {
    if (agreement.status === 'proposed') return [{ type: 'agreementLapsed', agreement: agreement.id, round }];
    if (!bindsIn(agreement, round)) return [];
    const judgement = judgementOf(agreement, round, orders);
    const ends = endOf(agreement, judgement);
    return [{ type: 'agreementJudged', agreement: agreement.id, judgement, ends }];
  });
}

function endOf(agreement: Agreement, { round, outcome }: Judgement): AgreementStatus | null {
  if (outcome === 'breached') return 'breached';
  if (round < agreement.untilRound) return null;
  if (agreement.leaver !== null) return 'left';
  const wasKept = outcome === 'kept' || agreement.judgements.some((earlier) => earlier.outcome === 'kept');
  return wasKept ? 'kept' : 'expired';
}

/** Agreements after a step back to a round: signatures stand, what the reveals since judged or let lapse is undone. */
export function agreementsRewound(agreements: readonly Agreement[], toRound: number): readonly Agreement[] {
  return agreements.map((agreement) => ({
    ...agreement,
    status: agreement.changedIn < toRound ? agreement.status : statusBefore(agreement),
    judgements: agreement.judgements.filter(({ round }) => round < toRound),
  }));
}

function statusBefore({ status, force }: Agreement): AgreementStatus {
  if (status === 'lapsed') return 'proposed';
  const wasJudged = status === 'kept' || status === 'breached' || status === 'expired';
  return wasJudged || (status === 'left' && force === 'binding') ? 'inForce' : status;
}

/** The binding agreement that an order would breach now, or null. */
export function bindingBrokenBy(state: SessionState, seat: SeatId, order: Order): Agreement | null {
  const round = roundOf(state);
  const broken = state.agreements.find(
    (agreement) =>
      agreement.force === 'binding' &&
      bindsIn(agreement, round) &&
      evidenceOf(agreement, round, seat, order).some(({ kept }) => !kept),
  );
  return broken ?? null;
}

/** How the table would have judged a resolved round's pledges had one seat held. */
export function pledgesIfHeld(
  agreements: readonly Agreement[],
  record: RoundRecord,
  seat: SeatId,
): readonly Pledge[] {
  if (record.pledges.length === 0) return record.pledges;
  const orders: Record<SeatId, Order> = { ...record.orders, [seat]: { action: 'hold' } };
  return pledgesOf(judgedIn(agreements, record.round), record.round, orders);
}
