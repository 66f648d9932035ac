import { failed, ok, type Result } from '../../lib/result.ts';
import { legalityOf } from '../../model/legality.ts';
import type { SeatId } from '../../model/world.ts';
import type { Actor } from '../actors.ts';
import { bindingBrokenBy } from '../agreements/atReveal.ts';
import type { CommandOf } from '../commands.ts';
import { deckOf } from '../deck.ts';
import type { Event, EventOf } from '../events.ts';
import type { Refusal } from '../refusals.ts';
import type { SessionState } from '../state.ts';
import { seatOf } from './seats.ts';

type Decision = Result<readonly Event[], Refusal>;

/** A seat seals its order of the round, or changes the one it sealed. */
export function sealOrders(state: SessionState, actor: Actor, command: CommandOf<'sealOrders'>): Decision {
  const seated = speakerOf(state, actor);
  if (!seated.ok) return seated;
  const seat = seated.value;
  const index = state.seats.findIndex(({ id }) => id === seat);
  const { setting, options } = state.plan;
  const { open } = deckOf(setting, options.openDeck, state.world, state.world.round + 1, index);
  const fault = legalityOf(setting, state.world, index, command.order);
  if (fault !== null) return failed({ code: 'orderIllegal', fault });
  if (!open.includes(command.order.action)) return failed({ code: 'cardNotOpen' });
  // To hold is what befalls a seat that seals nothing, so refusing it would bar nothing.
  if (command.order.action !== 'hold' && bindingBrokenBy(state, seat, command.order) !== null)
    return failed({ code: 'breaksBinding' });
  const expects = command.expects ?? null;
  if (expects !== null && seatOf(state, expects.seat) === null) return failed({ code: 'unknownSeat' });
  if (expects?.seat === seat) return failed({ code: 'ownExpectation' });
  const delegate = actor.kind === 'delegate' ? actor.delegate : null;
  return ok([{ type: 'ordersSealed', seat, delegate, order: command.order, expects }]);
}

/** A seat breaks its seal and may think again. */
export function withdrawOrders(state: SessionState, actor: Actor): Decision {
  const seated = speakerOf(state, actor);
  if (!seated.ok) return seated;
  if (!Object.hasOwn(state.sealed, seated.value)) return failed({ code: 'nothingSealed' });
  return ok([{ type: 'ordersWithdrawn', seat: seated.value }]);
}

/** A seat says in which band it expects the dial after the reveal. */
export function betOnDial(state: SessionState, actor: Actor, command: CommandOf<'betOnDial'>): Decision {
  const seated = speakerOf(state, actor);
  if (!seated.ok) return seated;
  return ok([{ type: 'betPlaced', seat: seated.value, band: command.band }]);
}

/** Folds a seal; the later one of a round counts. */
export function ordersSealed(state: SessionState, event: EventOf<'ordersSealed'>): SessionState {
  const sealed = { order: event.order, expects: event.expects };
  return { ...state, sealed: { ...state.sealed, [event.seat]: sealed } };
}

/** Folds a broken seal. */
export function ordersWithdrawn(state: SessionState, event: EventOf<'ordersWithdrawn'>): SessionState {
  const { [event.seat]: _withdrawn, ...sealed } = state.sealed;
  return { ...state, sealed };
}

/** Folds a bet. */
export function betPlaced(state: SessionState, event: EventOf<'betPlaced'>): SessionState {
  return { ...state, bets: { ...state.bets, [event.seat]: event.band } };
}

/** The seat a delegate or bot acts for, or why it may not act for it now. */
export function speakerOf(state: SessionState, actor: Actor): Result<SeatId, Refusal> {
  if (actor.kind !== 'delegate' && actor.kind !== 'bot') return failed({ code: 'notYourCommand' });
  const seat = seatOf(state, actor.seat);
  if (seat === null) return failed({ code: 'unknownSeat' });
  if (actor.kind === 'bot') return seat.bot === null ? failed({ code: 'seatNotCovered' }) : ok(seat.id);
  if (!seat.delegates.some(({ id }) => id === actor.delegate)) return failed({ code: 'notAtTable' });
  return seat.bot === null ? ok(seat.id) : failed({ code: 'seatCovered' });
}
