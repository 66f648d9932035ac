import { apply, type PackedLedger, unpackLedger } from '../../model/ledger.ts';
import type { SeatId, World } from '../../model/world.ts';
import type { Expectation } from '../vocabulary/orders.ts';
import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { blocRulesResolved } from './charters.ts';
import { eventsOfRound } from '../vocabulary/roundEvents.ts';

/** By ledger the world it was last applied to and the one that came of it: deciding folds a round, and so does keeping its line. */
const applied = new WeakMap<PackedLedger, { readonly before: World; readonly after: World }>();

function worldAfter(before: World, ledger: PackedLedger): World {
  const known = applied.get(ledger);
  if (known?.before === before) return known.after;
  const after = apply(before, unpackLedger(ledger));
  applied.set(ledger, { before, after });
  return after;
}

/** Applies the outcome of a round: adds its entries to the world and keeps its record. */
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
  const world = worldAfter(state.world, event.ledger);
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
