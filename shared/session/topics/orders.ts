import { failed, ok } from '../../lib/result.ts';
import type { Order } from '../../model/actions.ts';
import { legalityOf } from '../../model/legality.ts';
import type { SeatId } from '../../model/world.ts';
import type { Actor } from '../vocabulary/actors.ts';
import { barredByCharter } from './blocRules.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { Decision } from '../vocabulary/decision.ts';
import type { Expectation } from '../vocabulary/orders.ts';
import { decisionRuleOf, mayDecideAlone } from './delegationRules.ts';
import type { Refusal } from '../vocabulary/refusals.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { bindingBrokenBy } from './agreements/atReveal.ts';
import { deckOf } from './deck.ts';
import { speakerOf, seatOf } from './table.ts';

/** A seat seals its order of the round, or replaces the one it sealed. */
export function sealOrders(state: SessionState, command: CommandOf<'sealOrders'>, actor: Actor): Decision {
  const seated = speakerOf(state, actor);
  if (!seated.ok) return seated;
  const seat = seated.value;
  const expects = command.expects ?? null;
  const fault = faultOfSealing(state, seat, actor) ?? faultOfOrder(state, seat, command.order, expects);
  if (fault !== null) return failed(fault);
  const delegate = actor.kind === 'delegate' ? actor.delegate : null;
  return ok([{ type: 'ordersSealed', seat, delegate, order: command.order, expects }]);
}

/** Why a seat may not give this order now, or expect that of a rival; null if it may. */
export function faultOfOrder(
  state: SessionState,
  seat: SeatId,
  order: Order,
  expects: Expectation | null,
): Refusal | null {
  const index = state.seats.findIndex(({ id }) => id === seat);
  const { setting, options } = state.basis;
  const { open } = deckOf(setting, options.openDeck, state.world, state.world.round + 1, index);
  const fault = legalityOf(setting, state.world, index, order);
  if (fault !== null) return { code: 'orderIllegal', fault };
  if (!open.includes(order.action)) return { code: 'cardNotOpen' };
  const barred = barredByCharter(state, seat, order);
  if (barred !== null) return { code: barred };
  // A seat that seals nothing holds anyway, so refusing *hold* would prevent nothing.
  if (order.action !== 'hold' && bindingBrokenBy(state, seat, order) !== null)
    return { code: 'breaksBinding' };
  if (expects !== null && seatOf(state, expects.seat) === null) return { code: 'unknownSeat' };
  return expects?.seat === seat ? { code: 'ownExpectation' } : null;
}

/** A seat breaks its seal. Under the rule *majority*, `withdrawDraft` breaks it once the majority is lost. */
export function withdrawOrders(
  state: SessionState,
  _command: CommandOf<'withdrawOrders'>,
  actor: Actor,
): Decision {
  const seated = speakerOf(state, actor);
  if (!seated.ok) return seated;
  if (!Object.hasOwn(state.sealed, seated.value)) return failed({ code: 'nothingSealed' });
  const fault = faultOfSealing(state, seated.value, actor);
  if (fault !== null) return failed(fault);
  return ok([{ type: 'ordersWithdrawn', seat: seated.value }]);
}

/** A seat bets on the band of the dial after the reveal. */
export function betOnDial(state: SessionState, command: CommandOf<'betOnDial'>, actor: Actor): Decision {
  const seated = speakerOf(state, actor);
  if (!seated.ok) return seated;
  return ok([{ type: 'betPlaced', seat: seated.value, band: command.band }]);
}

/** Why this actor may not seal for the state; null if they may. */
function faultOfSealing(state: SessionState, seat: SeatId, actor: Actor): Refusal | null {
  const chair = seatOf(state, seat);
  if (chair === null || mayDecideAlone(state, chair, actor)) return null;
  return { code: decisionRuleOf(state) === 'head' ? 'headSeals' : 'majoritySeals' };
}
