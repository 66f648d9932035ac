import { measureWorld, type WorldMeasures } from '../analysis/measure.ts';
import { at } from '../lib/at.ts';
import type { ActionId } from '../model/actions.ts';
import { familyOf } from '../model/actions.ts';
import { derive, indicatorsOf } from '../model/indicators.ts';
import type { Micro } from '../model/micro.ts';
import { finalScores } from '../model/opening.ts';
import type { Indicators, SeatId, Setting, Stage, World } from '../model/world.ts';
import { arrange, type Character, type Condition } from './condition.ts';
import { type GameRound, type GameTrace, playGame } from './playGame.ts';

/** What is kept of a simulated game for tables and studies; plain JSON, lists by seat index. */
export interface GameRecord {
  readonly seed: number;
  readonly seats: readonly SeatId[];
  readonly characters: readonly Character[];
  /** The direction before the first round. */
  readonly openingDirection: Micro;
  readonly rounds: readonly RoundFigures[];
  readonly end: EndFigures;
}

/** A round of a simulated game. */
export interface RoundFigures {
  readonly round: number;
  /** Its id in the deck. */
  readonly event: string | null;
  readonly stage: Stage;
  readonly locked: boolean;
  readonly indicators: Indicators;
  readonly regime: Micro;
  readonly institutions: Micro;
  readonly opacity: Micro;
  readonly competition: Micro;
  readonly participation: Micro;
  readonly actions: readonly ActionId[];
  readonly payoffs: readonly Micro[];
  readonly pledgesKept: number;
  readonly pledgesBroken: number;
  /** Only if the condition asks for them. */
  readonly networks?: WorldMeasures;
}

/** How a simulated game ended. */
export interface EndFigures {
  readonly stage: Stage;
  readonly locked: boolean;
  readonly finalScores: readonly Micro[];
  readonly development: readonly Micro[];
  readonly defence: readonly Micro[];
  readonly localization: readonly Micro[];
  readonly force: readonly Micro[];
  /** Mean trust of the others in each seat. */
  readonly trustIn: readonly Micro[];
  /** Id of each seat's camp, or null. */
  readonly camp: readonly (number | null)[];
}

/** Plays one game of a condition and keeps its record. The same condition and seed give the same record. */
export function recordGame(condition: Condition, seed: number): GameRecord {
  const { game, characters } = arrange(condition, seed);
  const trace = playGame(game);
  const { setting, world } = game;
  return {
    seed,
    seats: setting.seats.map(({ id }) => id),
    characters,
    openingDirection: indicatorsOf(setting, derive(setting, world)).direction,
    rounds: trace.rounds.map((played) =>
      condition.networks === true
        ? { ...figuresOf(played), networks: measureWorld(setting, played.world) }
        : figuresOf(played),
    ),
    end: endOf(trace, game.setting),
  };
}

function figuresOf(played: GameRound): RoundFigures {
  const { world, pledges } = played;
  const broken = pledges.filter(({ breachedBy }) => breachedBy.length > 0).length;
  return {
    round: played.round,
    event: played.event?.id ?? null,
    stage: world.stage,
    locked: world.locked,
    indicators: played.indicators,
    regime: world.regime,
    institutions: world.institutions,
    opacity: world.opacity,
    competition: world.competition,
    participation: played.participation,
    actions: played.orders.map(({ action }) => action),
    payoffs: played.payoffs.map(({ total }) => total),
    pledgesKept: pledges.length - broken,
    pledgesBroken: broken,
  };
}

function endOf({ world, rounds }: GameTrace, setting: Setting): EndFigures {
  const { indicators } = at(rounds, rounds.length - 1);
  return {
    stage: world.stage,
    locked: world.locked,
    finalScores: finalScores(setting, world, indicators),
    development: world.development,
    defence: world.defence,
    localization: world.localization,
    force: world.force,
    trustIn: setting.seats.map((_, seat) => trustIn(world, setting.seats.length, seat)),
    camp: setting.seats.map((_, seat) => campOf(world, seat)),
  };
}

function trustIn(world: World, n: number, seat: number): Micro {
  let sum = 0;
  for (let other = 0; other < n; other += 1) if (other !== seat) sum += at(world.trust, other * n + seat);
  return Math.floor(sum / (n - 1) + 0.5);
}

function campOf(world: World, seat: number): number | null {
  return world.blocs.find((bloc) => bloc.kind === 'exclusive' && bloc.members.includes(seat))?.id ?? null;
}

/** Share of the orders of a round that cooperate, 0..1. */
export function cooperationOf({ actions }: RoundFigures): number {
  return actions.filter((action) => familyOf[action] === 'cooperate').length / actions.length;
}
