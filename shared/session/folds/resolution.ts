import { apply, unpackLedger } from '../../model/ledger.ts';
import type { SeatId } from '../../model/world.ts';
import type { Expectation } from '../vocabulary/orders.ts';
import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { blocRulesResolved } from './charters.ts';
import { eventsOfRound } from '../vocabulary/roundEvents.ts';

/** Folds the outcome of a round: the world before plus its entries. */
export function roundResolved(state: SessionState, event: EventOf<'roundResolved'>): SessionState {
  const expectations: Record<SeatId, Expectation> = {};
  for (const [seat, { expects }] of Object.entries(state.sealed)) if (expects) expectations[seat] = expects;
  const record = {
    round: event.round,
    attempt: state.attempt,
    talkFrom: state.talk.roundFrom,
    events: eventsOfRound(state),
    orders: event.orders,
    expectations,
    bets: state.bets,
    pledges: event.pledges,
    recognitions: event.recognitions,
    ...(event.corridors ? { corridors: event.corridors } : {}),
    ...(event.expelled === undefined ? {} : { expelled: event.expelled }),
    ledger: event.ledger,
    indicators: event.indicators,
    payoffs: event.payoffs,
    participation: event.participation,
  };
  const world = apply(state.world, unpackLedger(event.ledger));
  return {
    ...state,
    world,
    blocRules: blocRulesResolved({ ...state, world }),
    rounds: [...state.rounds.slice(0, event.round - 1), record],
    sealed: {},
    bets: {},
    drafts: {},
  };
}
