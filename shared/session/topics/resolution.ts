import { HOLD, type Order } from '../../model/actions.ts';
import { packLedger } from '../../model/ledger.ts';
import { resolveRound } from '../../model/resolve.ts';
import type { SeatId } from '../../model/world.ts';
import { circumstancesNow } from './agreements/circumstances.ts';
import { corridorsOf } from './agreements/corridors.ts';
import { evidenceOf } from './agreements/judge.ts';
import { bindingIn, pledgesOf, recognitionsOf } from './agreements/pledges.ts';
import { expelledNow } from './blocRules.ts';
import type { EventOf } from '../vocabulary/events.ts';
import { attemptSeed } from './round.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { eventsOfRound } from '../vocabulary/roundEvents.ts';

/** Resolves the round from the sealed orders; a seat that sealed nothing holds. */
export function resolveSealed(state: SessionState): EventOf<'roundResolved'> {
  const { basis, world } = state;
  const round = world.round + 1;
  const seats = state.seats.map(({ id }) => id);
  const orders: Record<SeatId, Order> = {};
  for (const id of seats) orders[id] = state.sealed[id]?.order ?? HOLD;
  const agreed = bindingIn(state.agreements, round);
  const about = circumstancesNow(state);
  const pledges = pledgesOf(agreed, round, orders, about);
  const corridors = corridorsOf(agreed, round, (agreement, seat) =>
    evidenceOf(agreement, round, seat, orders[seat] ?? HOLD, about),
  );
  const flowing = corridors.length === 0 ? {} : { corridors };
  const recognitions = recognitionsOf(agreed, round, world, seats);
  const expelled = expulsionsOf(state);
  const outcome = resolveRound(basis.setting, world, {
    seed: attemptSeed(basis.seed, state.attempt),
    orders,
    events: eventsOfRound(state).map(({ event }) => event),
    pledges,
    recognitions,
    ...flowing,
    ...expelled,
  });
  return {
    type: 'roundResolved',
    round,
    orders,
    pledges,
    recognitions,
    ...flowing,
    ...expelled,
    ledger: packLedger(outcome.entries),
    indicators: outcome.indicators,
    payoffs: outcome.payoffs,
    participation: outcome.participation,
  };
}

/** The states expelled in this round; no field if there are none, so that records without expulsions stay as they were. */
function expulsionsOf(state: SessionState): Pick<EventOf<'roundResolved'>, 'expelled'> {
  const expelled = expelledNow(state);
  return expelled.length === 0 ? {} : { expelled };
}
