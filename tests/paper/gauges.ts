import { at } from '../../shared/lib/at.ts';
import { type ActionId } from '../../shared/model/actions.ts';
import { type Derived, derive } from '../../shared/model/indicators.ts';
import { toUnits } from '../../shared/model/micro.ts';
import type { Indicators, World } from '../../shared/model/world.ts';
import type { GameRound } from '../../shared/simulation/playGame.ts';
import type { Run } from './lab.ts';
import { meanOf } from './statistics.ts';

/** A number of one round, in units. */
export type Gauge = (round: GameRound) => number;

/** One of the world's indicators. */
export function indicator(name: keyof Indicators): Gauge {
  return ({ indicators }) => toUnits(indicators[name]);
}

/** One of the four dials. */
export function dial(name: 'regime' | 'institutions' | 'opacity' | 'competition'): Gauge {
  return ({ world }) => toUnits(world[name]);
}

/** Mean incident loss of all seats. */
export const meanLoss: Gauge = ({ payoffs }) => toUnits(meanOf(payoffs.map(({ loss }) => loss)));

/** Mean incident loss of some seats. */
export function lossOf(seats: readonly number[]): Gauge {
  return ({ payoffs }) => toUnits(meanOf(seats.map((seat) => at(payoffs, seat).loss)));
}

/** Share of seats that ordered one of some actions. */
export function ordered(...actions: readonly ActionId[]): Gauge {
  return ({ orders }) => orders.filter(({ action }) => actions.includes(action)).length / orders.length;
}

/** Share of seats that securitized beyond their own defence. */
export const securitizing = ordered('restrict', 'localize', 'build-force');

/** Share of seats that joined or deepened a camp. */
export const joiningCamps = ordered('join-exclusive');

/** A gauge after the last round. */
export function last(run: Run, gauge: Gauge): number {
  return gauge(at(run.rounds, run.rounds.length - 1));
}

/** Mean of a gauge over the rounds, without the first few. */
export function over(run: Run, gauge: Gauge, skipped = 0): number {
  return meanOf(run.rounds.slice(skipped).map(gauge));
}

/** A number of the world at the end. */
export function derivedAtEnd({ setting, world }: Run): Derived {
  return derive(setting, world);
}

/** Score of a seat at the end, in units. */
export function scoreOf({ world }: Run, seat: number): number {
  return toUnits(at(world.score, seat));
}

/** Mean of one stored matrix over the ordered pairs that count, in units. */
export function meanOfPairs(
  world: World,
  quantity: 'trust' | 'barrier',
  counts: (i: number, j: number) => boolean = () => true,
): number {
  const n = world.development.length;
  const values = world[quantity].filter((_, pair) => {
    const i = Math.floor(pair / n);
    const j = pair % n;
    return i !== j && counts(i, j);
  });
  return toUnits(meanOf(values));
}

/** Mean of a plain matrix over the ordered pairs that count. */
export function meanOfMatrix(
  n: number,
  matrix: Float64Array,
  counts: (i: number, j: number) => boolean,
): number {
  const values = [...matrix].filter((_, pair) => {
    const i = Math.floor(pair / n);
    const j = pair % n;
    return i !== j && counts(i, j);
  });
  return meanOf(values);
}

/** Whether two seats sit in two different active camps. */
export function acrossCamps({ camp }: Derived): (i: number, j: number) => boolean {
  return (i, j) => at(camp, i) >= 0 && at(camp, j) >= 0 && camp[i] !== camp[j];
}
