import { at } from '#shared/lib/at.ts';
import type { Order } from '#shared/model/actions.ts';
import { previewLine, type PreviewScene, type Resolve } from '#shared/model/preview.ts';
import { resolveBare } from '#shared/model/resolve.ts';
import { planRound } from '#shared/model/rules/moves.ts';
import type { SeatId, Setting, World } from '#shared/model/world.ts';
import { deckOf } from '#shared/session/topics/deck.ts';
import { arrange } from '#shared/simulation/condition.ts';
import { pointsOf } from '#shared/simulation/outcome.ts';
import { type GameTrace, playGame } from '#shared/simulation/playGame.ts';
import { aimedOrder, type Moment } from './aimed.ts';
import { conditionOf, type Lab, type Stand } from './lab.ts';

/** The stakes of one round: medians over games. */
export interface RoundStakes {
  readonly round: number;
  /** Points of the dial that a betrayal by a seat of middle weight costs in its round, and by the next; null after the last round. */
  readonly betrayal: number;
  readonly betrayalNext: number | null;
  /** The share of seats whose best card for themselves differs from the best for the world by at least `TEMPTING` points. */
  readonly tempted: number;
  /** The share of seats for which keeping a promise of restraint has a cost in its round. */
  readonly costly: number;
}

/** The least advantage, in points, of the seat's own best card over the world's best. */
const TEMPTING = 3;

/**
 * Measures what a betrayal costs the world and what tempts the seats, in games of a willing class that talks, from the world
 * before each round; the others reciprocate. [model D.14]
 */
export function stakesOf(lab: Lab, stand: Stand, games: number): readonly RoundStakes[] {
  const condition = conditionOf(lab, stand, 'WILLING', 'moves');
  const traces = Array.from({ length: games }, (_, k) => {
    const { game } = arrange(condition, (lab.seed + k) >>> 0);
    return scenesOf(game.setting, game.world, playGame(game));
  });
  const { rounds } = stand.plan;
  return Array.from({ length: rounds }, (_, k) => {
    const of = traces.map((scenes) => stakesIn(at(scenes, k), k + 1 === rounds));
    const isLast = k + 1 === rounds;
    return {
      round: k + 1,
      betrayal: medianOf(of.map(({ betrayal }) => betrayal)),
      betrayalNext: isLast ? null : medianOf(of.map(({ betrayalNext }) => betrayalNext)),
      tempted: medianOf(of.map(({ tempted }) => tempted)),
      costly: medianOf(of.map(({ costly }) => costly)),
    };
  });
}

interface Scene extends Moment {
  readonly round: number;
}

function scenesOf(setting: Setting, opening: World, { rounds }: GameTrace): readonly Scene[] {
  return rounds.map((_, k) => ({
    setting,
    world: k === 0 ? opening : at(rounds, k - 1).world,
    round: k + 1,
    lastOrders: k === 0 ? null : at(rounds, k - 1).orders,
  }));
}

function stakesIn(scene: Scene, isLast: boolean) {
  const { seats } = scene.setting;
  const weights = seats.map(({ weight }, seat) => ({ weight, seat })).toSorted((a, b) => a.weight - b.weight);
  const middle = at(weights, Math.floor(seats.length / 2)).seat;
  const kept = lineOf(scene, middle, { action: 'commit' });
  const broken = lineOf(scene, middle, aimedOrder(scene, middle, 'restrict') ?? { action: 'hold' });
  const tempted = seats.map((_, seat) => temptationOf(scene, seat, isLast));
  return {
    betrayal: kept.directionNow - broken.directionNow,
    betrayalNext: kept.direction - broken.direction,
    tempted: tempted.filter(({ gap }) => gap >= TEMPTING).length / seats.length,
    costly: tempted.filter(({ price }) => price > 0).length / seats.length,
  };
}

/** A seat's gain from its own best card over the world's best, and its cost of a promise of restraint in the round. */
function temptationOf(
  scene: Scene,
  seat: number,
  isLast: boolean,
): { readonly gap: number; readonly price: number } {
  const { setting, world, round } = scene;
  const { open } = deckOf(setting, false, world, round, seat);
  const lines = open.flatMap((action) => {
    const order = aimedOrder(scene, seat, action);
    return order === null ? [] : [{ order, ...lineOf(scene, seat, order) }];
  });
  const own = (line: (typeof lines)[number]) => (isLast ? line.now : line.twoRounds);
  const good = (line: (typeof lines)[number]) => (isLast ? line.directionNow : line.direction);
  const mine = lines.toSorted((a, b) => own(b) - own(a))[0];
  const worlds = lines.toSorted((a, b) => good(b) - good(a))[0];
  if (mine === undefined || worlds === undefined) return { gap: 0, price: 0 };
  return { gap: own(mine) - own(worlds), price: priceOf(scene, seat, lines) };
}

function priceOf(
  scene: Scene,
  seat: number,
  lines: readonly { readonly order: Order; readonly now: number }[],
): number {
  const strike = aimedOrder(scene, seat, 'restrict');
  if (strike?.action !== 'restrict') return 0;
  const [partner] = strike.targets;
  if (partner === undefined) return 0;
  const spares = lines.filter(({ order }) => order.action !== 'restrict' && order.action !== 'build-force');
  const best = spares.toSorted((a, b) => b.now - a.now)[0];
  if (best === undefined) return 0;
  const kept = lineOf(scene, seat, best.order, partner).now;
  return lineOf(scene, seat, strike, partner, [partner]).now - kept;
}

/** Two rounds of a seat that plays an order and gets the same back, in points; with a pledge to a partner if one is given. */
function lineOf(
  { setting, world, lastOrders }: Scene,
  seat: number,
  order: Order,
  partner?: SeatId,
  breaks: readonly SeatId[] = [],
) {
  const id = at(setting.seats, seat).id;
  const scene: PreviewScene = {
    seat: id,
    lastOrders: Object.fromEntries((lastOrders ?? []).map((last, k) => [at(setting.seats, k).id, last])),
    events: [],
    pledges: partner === undefined ? [] : [{ between: [id, partner], breachedBy: [], public: true }],
    recognitions: [],
  };
  let directionNow: number | null = null;
  const resolve: Resolve = (of, from, input) => {
    const outcome = resolveBare(of, from, planRound(of, { ...input, seed: 0 }, 'expected'));
    directionNow ??= outcome.indicators.direction;
    return outcome;
  };
  const line = previewLine(setting, world, { ...scene, order, breaks }, 'answeredInKind', resolve);
  return {
    now: pointsOf(line.now),
    twoRounds: pointsOf(line.twoRounds),
    directionNow: pointsOf(directionNow ?? 0),
    direction: pointsOf(line.direction),
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return at(sorted, Math.floor(sorted.length / 2));
}
