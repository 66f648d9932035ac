import { at } from '../../lib/at.ts';
import { HOLD, type Order } from '../../model/actions.ts';
import { legalityOf } from '../../model/legality.ts';
import type { Micro } from '../../model/micro.ts';
import { resolveBare } from '../../model/resolve.ts';
import { planRound } from '../../model/rules/moves.ts';
import { isSameCircle } from '../../model/sameCircle.ts';
import type { Bloc, Indicators, SeatId, World } from '../../model/world.ts';
import { type BrokenPromise, brokenPromises } from './broken.ts';
import { agreedIfHeld } from '../topics/agreements/atReveal.ts';
import { inputOf } from '../topics/round.ts';
import type { RoundRecord, SessionState } from '../vocabulary/state.ts';

/** An order and how far it moved the dial at the end: the actual end minus the end if that one order had been *hold*. */
export interface PivotalOrder {
  readonly round: number;
  readonly seat: SeatId;
  readonly order: Order;
  readonly effect: Micro;
  /** The promises that this order broke, and how much trust that alone cost; null for none. */
  readonly broken: BrokenPromise | null;
}

/** The orders that moved the end most, largest first. Of all `orders`, `weighed` were replayed to the end with *hold*. */
export interface Pivotal {
  readonly top: readonly PivotalOrder[];
  readonly weighed: number;
  readonly orders: number;
}

const SHOWN = 3;
/** Most pairs of seats times passes that are resolved again, about a second of work; a larger session weighs only some orders. */
const REACH = 240_000;
/** In a larger session, only this many seats of a round are weighed, heaviest first. */
const HEAVIEST = 12;

type Played = Pick<PivotalOrder, 'round' | 'seat' | 'order'>;

/**
 * Replays a session once for every order, as if that seat had held in that round while all other orders stayed, and returns those
 * that moved the end most. An order that the changed world no longer allows becomes *hold*. [product D1]
 */
export function pivotalOf(state: SessionState, shown: number = SHOWN): Pivotal {
  const all = givenOrders(state);
  const end = endOf(state);
  const broken = brokenPromises(state);
  const chosen = withinReach(state, all);
  const weighed = chosen.map((played) => ({
    ...played,
    effect: end.direction - playedOn(state, played, state.rounds.length).direction,
  }));
  const top = weighed
    .filter(({ effect }) => effect !== 0)
    .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, shown)
    .map((played) => ({ ...played, broken: brokenBy(broken, played) }));
  return { top, weighed: weighed.length, orders: all.length };
}

function brokenBy(all: readonly BrokenPromise[], { round, seat }: Played): BrokenPromise | null {
  return all.find((one) => one.round === round && one.by === seat) ?? null;
}

function givenOrders(state: SessionState): readonly Played[] {
  return state.rounds.flatMap(({ round, orders }) =>
    state.seats.flatMap(({ id: seat }) => {
      const order = orders[seat] ?? HOLD;
      return order.action === 'hold' ? [] : [{ round, seat, order }];
    }),
  );
}

function endOf(state: SessionState): Indicators {
  return at(state.rounds, state.rounds.length - 1).indicators;
}

/** All orders; in a large session only those of the heaviest seats that moved the dial most in their own round. */
function withinReach(state: SessionState, all: readonly Played[]): readonly Played[] {
  const { seats, parameters } = state.basis.setting;
  const aRound = seats.length * seats.length * parameters.steps;
  const cost = ({ round }: Played): number => (state.rounds.length - round + 1) * aRound;
  let left = REACH;
  if (all.reduce((sum, played) => sum + cost(played), 0) <= left) return all;
  const heaviest = seats.toSorted((a, b) => b.weight - a.weight).slice(0, HEAVIEST);
  const bySize = all
    .filter(({ seat }) => heaviest.some(({ id }) => id === seat))
    .map((played) => ({ played, size: Math.abs(ownRoundEffect(state, played)) }))
    .toSorted((a, b) => b.size - a.size);
  return bySize.flatMap(({ played }) => {
    left -= cost(played);
    return left < 0 ? [] : [played];
  });
}

function ownRoundEffect(state: SessionState, played: Played): number {
  const record = at(state.rounds, played.round - 1);
  return record.indicators.direction - playedOn(state, played, played.round).direction;
}

/** The world after round `last` if the seat had held. */
function playedOn(state: SessionState, { round, seat }: Played, last: number): Indicators {
  let world = at(state.roundStarts, round - 1);
  let indicators = endOf(state);
  for (const record of state.rounds.slice(round - 1, last)) {
    const held = record.round === round;
    const orders = held ? { ...record.orders, [seat]: HOLD } : allowed(state, world, record);
    const { setting } = state.basis;
    const plan = planRound(setting, {
      ...inputOf(state.basis, record),
      orders,
      ...(held ? agreedIfHeld(state, record, world, seat) : {}),
      recognitions: record.recognitions.filter(({ groups }) =>
        groups.every((id) => world.blocs.some((bloc) => bloc.id === id)),
      ),
    });
    const outcome = resolveBare(setting, world, plan);
    indicators = outcome.indicators;
    world = renumbered(outcome.world, at(state.roundStarts, record.round - 1), afterOf(state, record));
  }
  return indicators;
}

function afterOf(state: SessionState, { round }: RoundRecord): World {
  return state.roundStarts[round] ?? state.world;
}

/** The orders of a round as far as this world allows them. */
function allowed(
  state: SessionState,
  world: World,
  { orders }: RoundRecord,
): Readonly<Record<SeatId, Order>> {
  const result: Record<SeatId, Order> = {};
  for (const [index, { id }] of state.seats.entries()) {
    const order = orders[id] ?? HOLD;
    result[id] = legalityOf(state.basis.setting, world, index, order) === null ? order : HOLD;
  }
  return result;
}

/** Far above any number that a session gives to a bloc. */
const ELSEWHERE = 900_000;

/**
 * Gives blocs founded in a changed round the ids that the same blocs have in the session, so that later orders still name the same
 * bloc. A bloc that the session did not know gets an id that no order names.
 */
function renumbered(world: World, before: World, after: World): World {
  const isNew = (bloc: Bloc): boolean => bloc.id >= before.nextBloc && bloc.id < ELSEWHERE;
  const nextBloc = after.nextBloc;
  if (!world.blocs.some(isNew)) return { ...world, nextBloc };
  const blocs = world.blocs.map((bloc) => {
    if (!isNew(bloc)) return bloc;
    const same = after.blocs.find((other) => other.id >= before.nextBloc && isSameCircle(other, bloc));
    return { ...bloc, id: same?.id ?? ELSEWHERE + bloc.id };
  });
  return { ...world, nextBloc, blocs: blocs.toSorted((a, b) => a.id - b.id) };
}
