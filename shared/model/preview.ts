import { at } from '../lib/at.ts';
import type { Order } from './actions.ts';
import { HOLD } from './actions.ts';
import { apply } from './ledger.ts';
import { legalityOf } from './legality.ts';
import type { Micro } from './micro.ts';
import { resolvePlan, resolveRound } from './resolve.ts';
import type { RoundOutcome } from './resolve.ts';
import { planRound } from './rules/moves.ts';
import type { Pledge, Recognition, RoundInput, SeatId, Setting, World, WorldEvent } from './world.ts';

/** How the others may act; `answeredInKind` is the default. [model D.14] */
export const expectations = ['othersHold', 'asLastRound', 'answeredInKind'] as const;
export type Expectation = (typeof expectations)[number];

/** One figure under each expectation, against holding. */
export type Figure = Readonly<Record<Expectation, Micro>>;

/** What an order would do, against holding: own payoff of the round, of two rounds, and the direction after two rounds. [model D.14] */
export interface Preview {
  readonly youNow: Figure;
  readonly youTwoRounds: Figure;
  readonly world: Figure;
}

/** What the present round is known to hold for one seat, whatever it orders. */
export interface PreviewScene {
  readonly seat: SeatId;
  /** Orders of the last resolved round; empty before the first. */
  readonly lastOrders: Readonly<Record<SeatId, Order>>;
  readonly event: WorldEvent | null;
  readonly pledges: readonly Pledge[];
  readonly recognitions: readonly Recognition[];
  /** Partners towards whom *holding* would break the pledge. */
  readonly holdBreaks?: readonly SeatId[];
}

/** An order in such a scene; `breaks` are the partners towards whom it would break the pledge, by the table's judgement. */
export interface PreviewInput extends PreviewScene {
  readonly order: Order;
  readonly breaks: readonly SeatId[];
}

/** What holding would bring in a scene: the same for every card. */
export interface PreviewBaselines {
  readonly othersHold: PreviewLine;
  readonly asLastRound: PreviewLine;
}

/** Two rounds of one seat under one expectation, micro-units. */
export interface PreviewLine {
  readonly now: Micro;
  readonly twoRounds: Micro;
  readonly direction: Micro;
}

/** What a legal order would do against holding. Reads no seed: operations count by their expected effect. [model D.14] */
export function preview(
  setting: Setting,
  world: World,
  input: PreviewInput,
  baselines: PreviewBaselines = previewBaselines(setting, world, input),
): Preview {
  const difference = (expectation: Expectation) => {
    const line = play(setting, world, input, expectation, input.order, input.breaks);
    const held = baselines[expectation === 'othersHold' ? 'othersHold' : 'asLastRound'];
    return {
      now: line.now - held.now,
      twoRounds: line.twoRounds - held.twoRounds,
      direction: line.direction - held.direction,
    };
  };
  const othersHold = difference('othersHold');
  const asLastRound = difference('asLastRound');
  const answeredInKind = difference('answeredInKind');
  const figure = (of: keyof PreviewLine): Figure => ({
    othersHold: othersHold[of],
    asLastRound: asLastRound[of],
    answeredInKind: answeredInKind[of],
  });
  return { youNow: figure('now'), youTwoRounds: figure('twoRounds'), world: figure('direction') };
}

/** What holding would bring, to be shared by all previews of one scene: nobody answers a hold in kind. */
export function previewBaselines(setting: Setting, world: World, scene: PreviewScene): PreviewBaselines {
  const { holdBreaks = [] } = scene;
  return {
    othersHold: play(setting, world, scene, 'othersHold', HOLD, holdBreaks),
    asLastRound: play(setting, world, scene, 'asLastRound', HOLD, holdBreaks),
  };
}

/** Two rounds: in the first the seat plays its order, in the second it holds. */
function play(
  setting: Setting,
  world: World,
  scene: PreviewScene,
  expectation: Expectation,
  order: Order,
  breaks: readonly SeatId[],
): PreviewLine {
  const seat = setting.seats.findIndex(({ id }) => id === scene.seat);
  const first = expected(setting, world, {
    ...scene,
    orders: ordersOf(setting, world, scene, expectation, order, 1),
    pledges: scene.pledges.map((pledge) => judged(pledge, scene.seat, breaks)),
  });
  const between = apply(world, first.entries);
  const second = expected(setting, between, {
    orders: ordersOf(setting, between, scene, expectation, order, 2),
    event: null,
    pledges: [],
    recognitions: standing(between, scene.recognitions),
  });
  const now = at(first.payoffs, seat).total;
  return {
    now,
    twoRounds: now + at(second.payoffs, seat).total,
    direction: second.indicators.direction,
  };
}

function expected(setting: Setting, world: World, input: Omit<RoundInput, 'seed'>): RoundOutcome {
  return resolvePlan(setting, world, planRound(setting, { ...input, seed: 0 }, 'expected'));
}

/** A pledge as it counts in a preview: kept, but for what the order itself would break. */
function judged(pledge: Pledge, seat: SeatId, breaks: readonly SeatId[]): Pledge {
  const [a, b] = pledge.between;
  const partner = a === seat ? b : b === seat ? a : null;
  const broken = partner !== null && breaks.includes(partner);
  return { between: pledge.between, public: pledge.public, breachedBy: broken ? [seat] : [] };
}

/** Recognitions stay in force while their groups exist. */
function standing({ blocs }: World, recognitions: readonly Recognition[]): readonly Recognition[] {
  return recognitions.filter(({ groups }) => groups.every((id) => blocs.some((bloc) => bloc.id === id)));
}

/** Who does what in the first or second round under an expectation. */
function ordersOf(
  setting: Setting,
  world: World,
  scene: PreviewScene,
  expectation: Expectation,
  order: Order,
  round: 1 | 2,
): Readonly<Record<SeatId, Order>> {
  const orders: Record<SeatId, Order> = {};
  for (const [index, { id }] of setting.seats.entries()) {
    if (id === scene.seat) orders[id] = round === 1 ? order : HOLD;
    else if (expectation === 'othersHold') orders[id] = HOLD;
    else if (expectation === 'answeredInKind' && isAnswered(order, id, round)) {
      orders[id] = { action: round === 1 ? 'dialogue' : 'restrict', targets: [scene.seat] };
    } else {
      const last = Object.hasOwn(scene.lastOrders, id) ? (scene.lastOrders[id] ?? HOLD) : HOLD;
      orders[id] = legalityOf(setting, world, index, last) === null ? last : HOLD;
    }
  }
  return orders;
}

/** Whether a seat answers in kind: an outstretched hand in the same round, a blow in the next. */
function isAnswered(order: Order, id: SeatId, round: 1 | 2): boolean {
  switch (order.action) {
    case 'dialogue':
    case 'build-capacity':
      return round === 1 && order.targets.includes(id);
    case 'restrict':
      return round === 2 && order.targets.includes(id);
    case 'build-force':
      return round === 2 && (order.targets ?? []).includes(id);
    default:
      return false;
  }
}

/**
 * What a seat's order did in a resolved round: the round minus the same round with that seat holding, micro-units. `pledgesIfHeld` is how the
 * table would have judged the pledges then; left out, the judgement stays.
 */
export function orderEffect(
  setting: Setting,
  world: World,
  input: RoundInput,
  seat: SeatId,
  pledgesIfHeld: readonly Pledge[] = input.pledges,
): { readonly you: Micro; readonly world: Micro } {
  const index = setting.seats.findIndex(({ id }) => id === seat);
  const played = resolveRound(setting, world, input);
  const held = resolveRound(setting, world, {
    ...input,
    orders: { ...input.orders, [seat]: HOLD },
    pledges: pledgesIfHeld,
  });
  return {
    you: at(played.payoffs, index).total - at(held.payoffs, index).total,
    world: played.indicators.direction - held.indicators.direction,
  };
}
