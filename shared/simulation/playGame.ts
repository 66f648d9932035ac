import { chanceFor } from '../bots/chance.ts';
import { dispositionOf } from '../bots/dispositions.ts';
import { makeSight } from '../session/views/makeSight.ts';
import type { Chance, Disposition, Sight } from '../session/views/sight.ts';
import { at } from '../lib/at.ts';
import type { Order } from '../model/actions.ts';
import { drawEvent } from '../model/chance.ts';
import { type Derived, derive, derivedArrays, type DerivedArrays } from '../model/indicators.ts';
import { resolveBare } from '../model/resolve.ts';
import { planRound } from '../model/rules/moves.ts';
import type {
  Indicators,
  Payoff,
  Pledge,
  Recognition,
  SeatId,
  Setting,
  World,
  WorldEvent,
} from '../model/world.ts';
import type { RoundInput } from '../model/roundInput.ts';
import type { DispositionId } from '../session/vocabulary/actors.ts';

/** A game of bots without a session: who sits there, the opening world, the seed. */
export interface Game {
  readonly setting: Setting;
  /** The world before the first round played here; it may come from the middle of a session. */
  readonly world: World;
  /** By seat index; a function may replace a named character. */
  readonly dispositions: readonly (DispositionId | Disposition)[];
  /** The seed of the draws of the rules, of the events and of the bots. */
  readonly seed: number;
  /** How many rounds to play; by default all that the setting has. */
  readonly rounds?: number;
  /** Whether events happen; by default they do. */
  readonly events?: boolean;
  /** Whether all cards are dealt from the start; by default the deck is dealt as in a session. */
  readonly openDeck?: boolean;
  /** The orders of the round before the first, by seat index, if the game goes on from one. */
  readonly lastOrders?: readonly Order[];
  /** Called in each round with what the bots would order; returns what is played: talk, scripts, interventions. */
  readonly onOrders?: (moment: DecidedRound) => Played;
  /** Ends the game after the round whose world satisfies this. */
  readonly until?: (world: World) => boolean;
}

/** A round after the bots have decided; lists are by seat index. */
export interface DecidedRound {
  readonly setting: Setting;
  readonly world: World;
  /** Counted from 1. */
  readonly round: number;
  readonly event: WorldEvent | null;
  readonly orders: readonly Order[];
  readonly lastOrders: readonly Order[] | null;
  /** What each seat sees, by seat index; to be read in this round only. */
  readonly sights: readonly Sight[];
  /** Dice for the hook, separate from those of the bots, from the same seed and round. */
  readonly chance: Chance;
}

/** What a round is played with; orders must be legal, by seat index. */
export interface Played {
  readonly orders: readonly Order[];
  readonly pledges?: readonly Pledge[];
  readonly recognitions?: readonly Recognition[];
}

/** The outcome of a round of a game. */
export interface GameRound {
  readonly round: number;
  readonly event: WorldEvent | null;
  /** By seat index, as played. */
  readonly orders: readonly Order[];
  readonly pledges: readonly Pledge[];
  readonly indicators: Indicators;
  /** By seat index. */
  readonly payoffs: readonly Payoff[];
  readonly participation: number;
  /** After the round. */
  readonly world: World;
}

/** A finished game. */
export interface GameTrace {
  /** The world after the last round. */
  readonly world: World;
  readonly rounds: readonly GameRound[];
}

/** Plays a game of bots at full speed: no session, no views, no packing. The same game gives the same trace. */
export function playGame(game: Game): GameTrace {
  const rounds: GameRound[] = [];
  let { world } = game;
  let last = game.lastOrders ?? null;
  const count = game.rounds ?? game.setting.parameters.rounds;
  const arrays = derivedArrays(game.setting.seats.length);
  let derived = derive(game.setting, world, arrays);
  for (let k = 0; k < count; k += 1) {
    const [played, follows] = playRound(game, world, derived, last, arrays);
    rounds.push(played);
    world = played.world;
    derived = follows;
    last = played.orders;
    if (game.until?.(world) === true) break;
  }
  return { world, rounds };
}

/** The round and what follows from the world after it, written into `arrays`; the bots no longer need what stood there. */
function playRound(
  game: Game,
  world: World,
  derived: Derived,
  lastOrders: readonly Order[] | null,
  arrays: DerivedArrays,
): readonly [GameRound, Derived] {
  const { setting, seed } = game;
  const round = world.round + 1;
  const event = game.events === false ? null : drawEvent(setting, seed, round);
  const sights = sightsOf(game, world, derived, lastOrders, event);
  const wished = botOrders(game, sights);
  const chance = chanceFor(seed, round, setting.seats.length);
  const moment = { setting, world, round, event, orders: wished, lastOrders, sights, chance };
  const { orders, pledges = [], recognitions = [] } = game.onOrders?.(moment) ?? { orders: wished };
  const input: RoundInput = {
    seed,
    orders: bySeat(setting, orders),
    events: listed(event),
    pledges,
    recognitions,
  };
  const outcome = resolveBare(setting, world, planRound(setting, input), arrays);
  const { world: after, payoffs, indicators, participation } = outcome;
  return [
    { round, event, orders, pledges, world: after, payoffs, indicators, participation },
    outcome.derived,
  ];
}

function sightsOf(
  { setting, openDeck = false }: Game,
  world: World,
  derived: Derived,
  lastOrders: readonly Order[] | null,
  event: WorldEvent | null,
): readonly Sight[] {
  const seats = setting.seats.map(({ id }) => id);
  const events = listed(event);
  return seats.map((_, seat) =>
    makeSight({
      setting,
      seat,
      world,
      openDeck,
      isTrustOpen: true,
      lastOrders,
      rounds: setting.parameters.rounds,
      events,
      seats,
      derived,
    }),
  );
}

function botOrders({ dispositions, seed }: Game, sights: readonly Sight[]): readonly Order[] {
  return dispositions.map((character, seat) => {
    const disposition = typeof character === 'string' ? dispositionOf(character) : character;
    const sight = at(sights, seat);
    return disposition(sight, chanceFor(seed, sight.round, seat));
  });
}

function listed(event: WorldEvent | null): readonly WorldEvent[] {
  return event === null ? [] : [event];
}

function bySeat(setting: Setting, orders: readonly Order[]): Readonly<Record<SeatId, Order>> {
  return Object.fromEntries(setting.seats.map(({ id }, seat) => [id, at(orders, seat)]));
}
