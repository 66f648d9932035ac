import { mixChanceFor } from '../../shared/bots/chance.ts';
import { assignMix, type Mix } from '../../shared/bots/mixes.ts';
import { type Reading as Sighted, readingOf } from '../../shared/bots/reading.ts';
import { makeSight } from '../../shared/session/views/makeSight.ts';
import type { Disposition } from '../../shared/session/views/sight.ts';
import { at } from '../../shared/lib/at.ts';
import type { Order } from '../../shared/model/actions.ts';
import { type ListedSeat, type Opening, openWorld, profilesOf } from '../../shared/model/opening.ts';
import { type Parameters, parametersFor } from '../../shared/model/parameters.ts';
import { standardOpening, standardRoster } from '../../shared/model/roster.ts';
import type { Setting, World } from '../../shared/model/world.ts';
import type { DispositionId } from '../../shared/session/vocabulary/actors.ts';
import { type GameRound, type DecidedRound, playGame } from '../../shared/simulation/playGame.ts';
import type { Bench } from './proposition.ts';

/** The order that a seat is made to give in a round, or null to leave the choice to its character. */
export type Script = (moment: DecidedRound, seat: number) => Order | null;

/** One arm of an experiment. By default the reference table at the reference pace, from its opening. */
export interface Arm {
  /** The characters: a mix, one character for all, or one for each seat. */
  readonly play: Mix | DispositionId | Disposition;
  /** Changes the characters that the mix has seated. */
  readonly seated?: (character: DispositionId | Disposition, seat: number) => DispositionId | Disposition;
  readonly rounds?: number;
  /** Whether events happen; by default not. */
  readonly events?: boolean;
  readonly parameters?: Partial<Parameters>;
  readonly opening?: (opening: Opening) => Opening;
  readonly world?: (world: World) => World;
  readonly script?: Script;
  /** The game ends with the round after which this holds. */
  readonly until?: (world: World) => boolean;
}

/** A game of the laboratory and everything that can be read from it. */
export interface Run {
  readonly setting: Setting;
  readonly seats: readonly ListedSeat[];
  readonly rounds: readonly GameRound[];
  readonly world: World;
}

/** Rounds of an experiment that names none. */
const ROUNDS = 12;

/** Plays one arm. Two arms on the same bench differ only in what the arms say: random numbers are addressed, so both get the same. */
export function run(bench: Bench, arm: Arm): Run {
  const { seats, setting, world } = openTable(bench, arm);
  const trace = playGame({
    setting,
    world: arm.world === undefined ? world : arm.world(world),
    dispositions: charactersOf(bench, arm),
    seed: bench.seed,
    rounds: arm.rounds ?? ROUNDS,
    events: arm.events ?? false,
    openDeck: true,
    ...hooksOf(arm),
  });
  return { setting, seats, rounds: trace.rounds, world: trace.world };
}

/** Continues from the end of a run with some parameters changed; its characters must be named again. */
export function goOn(bench: Bench, before: Run, arm: Arm): Run {
  const parameters = { ...before.setting.parameters, ...arm.parameters, ...bench.changes };
  const setting = { ...before.setting, parameters };
  const trace = playGame({
    setting,
    world: before.world,
    dispositions: charactersOf(bench, arm),
    seed: bench.seed,
    rounds: arm.rounds ?? ROUNDS,
    events: arm.events ?? false,
    openDeck: true,
    lastOrders: at(before.rounds, before.rounds.length - 1).orders,
    ...hooksOf(arm),
  });
  return { ...before, setting, rounds: trace.rounds, world: trace.world };
}

function hooksOf({ script, until }: Arm) {
  return {
    ...(script === undefined
      ? {}
      : { onOrders: (moment: DecidedRound) => ({ orders: scripted(moment, script) }) }),
    ...(until === undefined ? {} : { until }),
  };
}

function scripted(moment: DecidedRound, script: Script): readonly Order[] {
  return moment.orders.map((order, seat) => script(moment, seat) ?? order);
}

function openTable(bench: Bench, arm: Arm) {
  const roster = standardRoster(bench.n, bench.seed);
  const standard = standardOpening(roster);
  const opening = arm.opening === undefined ? standard : arm.opening(standard);
  const parameters = { ...parametersFor(bench.n, 16, 1), ...arm.parameters, ...bench.changes };
  const setting: Setting = { seats: profilesOf(opening.seats), parameters };
  return { seats: opening.seats, setting, world: openWorld(setting, opening) };
}

function charactersOf({ n, seed }: Bench, { play, seated }: Arm): readonly (DispositionId | Disposition)[] {
  const characters =
    typeof play === 'object' ? assignMix(play, n, mixChanceFor(seed)) : Array.from({ length: n }, () => play);
  return seated === undefined ? characters : characters.map(seated);
}

/** What a seat sees at a moment, in the form that bots read: lets a script name the targets that a bot would. */
export function readingAt({ setting, world, event, lastOrders }: DecidedRound, seat: number): Sighted {
  const sight = makeSight({
    setting,
    seat,
    world,
    openDeck: true,
    isTrustOpen: true,
    lastOrders,
    rounds: setting.parameters.rounds,
    events: event === null ? [] : [event],
    seats: setting.seats.map(({ id }) => id),
  });
  return readingOf(sight);
}

/** Random numbers that are always the middle, for scripts. */
export const steady = (): number => 0.5;
