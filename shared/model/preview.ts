import { at } from '../lib/at.ts';
import type { Order } from './actions.ts';
import { HOLD } from './actions.ts';
import { legalityOf } from './legality.ts';
import type { Micro } from './micro.ts';
import { resolveBare } from './resolve.ts';
import type { BareOutcome } from './resolve.ts';
import { type DialPart, type PartsMoved, partsBetween } from './previewParts.ts';
import { planRound } from './rules/moves.ts';
import type {
  Corridor,
  Indicators,
  Pledge,
  Recognition,
  SeatId,
  Setting,
  World,
  WorldEvent,
} from './world.ts';
import type { RoundInput } from './roundInput.ts';

/** What the others may do; `answeredInKind` is the default. [model D.14] */
export const assumptionKinds = ['othersHold', 'asLastRound', 'answeredInKind'] as const;
/** What a preview assumes about the others. */
export type Assumption = (typeof assumptionKinds)[number];

/** One figure under each assumption, compared with holding. */
export type Figure = Readonly<Record<Assumption, Micro>>;

/**
 * What an order would do compared with holding: own payoff of the round and of two rounds, and the direction after one round and
 * after two, with what moves it. [model D.14]
 */
export interface Preview {
  readonly youNow: Figure;
  readonly youTwoRounds: Figure;
  readonly worldNow: Figure;
  readonly world: Figure;
  readonly through: { readonly worldNow: Through; readonly world: Through };
}

/** How much of a change of the direction goes through each of its parts. */
type Through = Readonly<Record<DialPart, Figure>>;

/** What one seat knows about the present round, whatever it orders. */
export interface PreviewScene {
  readonly seat: SeatId;
  /** Orders of the last resolved round; empty before the first. */
  readonly lastOrders: Readonly<Record<SeatId, Order>>;
  readonly events: readonly WorldEvent[];
  readonly pledges: readonly Pledge[];
  readonly recognitions: readonly Recognition[];
  readonly corridors?: readonly Corridor[];
  /** Partners towards whom *holding* would break the pledge. */
  readonly holdBreaks?: readonly SeatId[];
}

/** An order in such a scene; `breaks` are the partners towards whom it would break a pledge, as the table judges it. */
export interface PreviewInput extends PreviewScene {
  readonly order: Order;
  readonly breaks: readonly SeatId[];
}

/** The result of holding in a scene: the same for every card. */
export interface PreviewBaselines {
  readonly othersHold: PreviewLine;
  readonly asLastRound: PreviewLine;
}

/** Two rounds of one seat under one assumption, micro-units. */
export interface PreviewLine {
  readonly now: Micro;
  readonly twoRounds: Micro;
  /** The direction after two rounds. */
  readonly direction: Micro;
  /** The world after one round and after two. */
  readonly after: readonly [Indicators, Indicators];
}

/** Resolves one round at its expected effects: the rules, or in tests a function that counts. */
export type Resolve = (setting: Setting, world: World, input: Omit<RoundInput, 'seed'>) => BareOutcome;

/**
 * What a legal order would do compared with holding. Uses no seed: operations count by their expected effect. Resolves at most six
 * rounds, two under each assumption; fewer if an assumption changes nothing. [model D.14]
 */
export function preview(
  setting: Setting,
  world: World,
  input: PreviewInput,
  baselines: PreviewBaselines = previewBaselines(setting, world, input),
  resolve: Resolve = expected,
): Preview {
  const { order, breaks } = input;
  const ahead = lookAhead(setting, world, input, breaks, resolve);
  const difference = (expectation: Assumption): Difference => {
    const line = ahead(expectation, order);
    const held = baselines[expectation === 'othersHold' ? 'othersHold' : 'asLastRound'];
    return {
      now: line.now - held.now,
      twoRounds: line.twoRounds - held.twoRounds,
      worldNow: partsBetween(held.after[0], line.after[0]),
      world: partsBetween(held.after[1], line.after[1]),
    };
  };
  const othersHold = difference('othersHold');
  const asLastRound = difference('asLastRound');
  const answeredInKind = difference('answeredInKind');
  const under = { othersHold, asLastRound, answeredInKind };
  const figure = (of: (from: Difference) => Micro): Figure => figureOf(under, of);
  const through = (line: 'worldNow' | 'world'): Through => ({
    meanTrust: figure((from) => from[line].meanTrust),
    commonRules: figure((from) => from[line].commonRules),
    blocIndex: figure((from) => from[line].blocIndex),
    securitizationIndex: figure((from) => from[line].securitizationIndex),
    fragmentationIndex: figure((from) => from[line].fragmentationIndex),
  });
  return {
    youNow: figure(({ now }) => now),
    youTwoRounds: figure(({ twoRounds }) => twoRounds),
    worldNow: figure(({ worldNow }) => worldNow.direction),
    world: figure(({ world: later }) => later.direction),
    through: { worldNow: through('worldNow'), world: through('world') },
  };
}

function figureOf(under: Readonly<Record<Assumption, Difference>>, of: (from: Difference) => Micro): Figure {
  return {
    othersHold: of(under.othersHold),
    asLastRound: of(under.asLastRound),
    answeredInKind: of(under.answeredInKind),
  };
}

/** What an order adds to holding under one assumption. */
interface Difference {
  readonly now: Micro;
  readonly twoRounds: Micro;
  readonly worldNow: PartsMoved;
  readonly world: PartsMoved;
}

/**
 * The absolute result of a legal order under one assumption: two rounds, enough to rank the cards of one scene by a single figure.
 * [model D.14]
 */
export function previewLine(
  setting: Setting,
  world: World,
  input: PreviewInput,
  expectation: Assumption,
  resolve: Resolve = expected,
): PreviewLine {
  return lookAhead(setting, world, input, input.breaks, resolve)(expectation, input.order);
}

/** The baselines of the scenes of a world, shared by all cards of a seat: numbers only, dropped with the world. */
const known = new WeakMap<World, { readonly setting: Setting; readonly of: Map<string, PreviewBaselines> }>();
/** Scenes whose baselines are kept for one world. More than seats, because a seat's promises change while it negotiates. */
const MOST_KNOWN = 100;

/**
 * The result of holding: nobody answers a hold in kind. At most four rounds, resolved once for all previews of one scene. [model
 * D.14]
 */
export function previewBaselines(
  setting: Setting,
  world: World,
  scene: PreviewScene,
  resolve: Resolve = expected,
): PreviewBaselines {
  const of = baselinesOf(setting, world);
  const { seat, lastOrders, events, pledges, recognitions, corridors, holdBreaks = [] } = scene;
  const whole = { seat, lastOrders, events, pledges, recognitions, corridors, holdBreaks };
  const key = JSON.stringify(whole satisfies Readonly<Record<keyof PreviewScene, unknown>>);
  const earlier = of.get(key);
  if (earlier !== undefined) return earlier;
  const ahead = lookAhead(setting, world, scene, holdBreaks, resolve);
  const baselines = { othersHold: ahead('othersHold', HOLD), asLastRound: ahead('asLastRound', HOLD) };
  if (of.size >= MOST_KNOWN) of.clear();
  of.set(key, baselines);
  return baselines;
}

function baselinesOf(setting: Setting, world: World): Map<string, PreviewBaselines> {
  const earlier = known.get(world);
  if (earlier?.setting === setting) return earlier.of;
  const of = new Map<string, PreviewBaselines>();
  known.set(world, { setting, of });
  return of;
}

/** One resolved round of a preview. */
interface Ahead {
  readonly now: Micro;
  readonly world: World;
  readonly indicators: Indicators;
}

/**
 * Plays two rounds of a scene under an assumption: in the first the seat plays its order, in the second it holds. Assumptions that
 * lead to the same orders share the round.
 */
function lookAhead(
  setting: Setting,
  world: World,
  scene: PreviewScene,
  breaks: readonly SeatId[],
  resolve: Resolve,
): (expectation: Assumption, order: Order) => PreviewLine {
  const seat = setting.seats.findIndex(({ id }) => id === scene.seat);
  const rounds = new Map<string, Ahead>();
  const once = (key: string, from: World, input: () => Omit<RoundInput, 'seed'>): Ahead => {
    const earlier = rounds.get(key);
    if (earlier !== undefined) return earlier;
    const { world: after, payoffs, indicators } = resolve(setting, from, input());
    const ahead = { now: at(payoffs, seat).total, world: after, indicators };
    rounds.set(key, ahead);
    return ahead;
  };
  return (expectation, order) => {
    const orders = ordersOf(setting, world, scene, expectation, order, 1);
    const pledges = scene.pledges.map((pledge) => judged(pledge, scene.seat, breaks));
    const key = JSON.stringify(orders);
    const first = once(key, world, () => ({ ...scene, orders, pledges }));
    const between = first.world;
    const then = ordersOf(setting, between, scene, expectation, order, 2);
    const recognitions = standing(between, scene.recognitions);
    const second = once(`${key}${JSON.stringify(then)}`, between, () => {
      return { orders: then, events: [], pledges: [], recognitions };
    });
    return {
      now: first.now,
      twoRounds: first.now + second.now,
      direction: second.indicators.direction,
      after: [first.indicators, second.indicators],
    };
  };
}

function expected(setting: Setting, world: World, input: Omit<RoundInput, 'seed'>): BareOutcome {
  return resolveBare(setting, world, planRound(setting, { ...input, seed: 0 }, 'expected'));
}

/** A pledge in a preview counts as kept, unless the order itself would break it. */
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

/** The orders of the first or second round under an assumption. */
function ordersOf(
  setting: Setting,
  world: World,
  scene: PreviewScene,
  expectation: Assumption,
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

/** Whether a seat answers in kind: cooperation in the same round, a measure in the next. */
function isAnswered(order: Order, id: SeatId, round: 1 | 2): boolean {
  if (order.action === 'dialogue' || order.action === 'build-capacity')
    return round === 1 && order.targets.includes(id);
  if (order.action === 'restrict' || order.action === 'build-force')
    return round === 2 && (order.targets ?? []).includes(id);
  return false;
}
