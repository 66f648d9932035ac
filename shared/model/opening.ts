import { at } from '../lib/at.ts';
import type { Micro } from './micro.ts';
import { toMicro } from './micro.ts';
import type { Bloc, Field, Indicators, SeatId, SeatProfile, Setting, Side, World } from './world.ts';

/**
 * A seat as a table or a scenario lists it, in units. Seats of one archetype share its weight; a seat without one counts as its
 * own.
 */
export interface ListedSeat extends Omit<SeatProfile, 'weight'> {
  readonly archetype?: number;
  readonly development: number;
  readonly defence: number;
  readonly localization: number;
  readonly force: number;
}

/** A bloc as an opening lists it; blocs get their ids in the order of the list, from 1. */
export type ListedBloc =
  | {
      readonly kind: 'exclusive';
      readonly side: Side;
      readonly depth?: number;
      readonly members: readonly SeatId[];
    }
  | {
      readonly kind: 'functional';
      readonly side: Side;
      readonly field: Field;
      readonly coordinated?: boolean;
      readonly members: readonly SeatId[];
    };

/** The opening of a session, in units. Missing parts follow from positions and parameters. [model D.7] */
export interface Opening {
  readonly seats: readonly ListedSeat[];
  readonly blocs: readonly ListedBloc[];
  readonly restrictions: readonly { readonly from: SeatId; readonly to: SeatId; readonly value: number }[];
  /** Trust by row and column of seats; by policy distance if absent. */
  readonly trust?: readonly (readonly number[])[];
  /** Added to all trust. */
  readonly trustShift?: number;
  /** Default 0.15. */
  readonly regime?: number;
}

const OPENING_REGIME = 0.15;

/**
 * The fixed part of listed seats. Their weights follow from capability and market, shared within an archetype, mean 1. [model D.7]
 */
export function profilesOf(seats: readonly ListedSeat[]): readonly SeatProfile[] {
  const kinds = seats.map((seat, index) => seat.archetype ?? -1 - index);
  const raw = seats.map((seat, index) => {
    const sharers = kinds.filter((kind) => kind === kinds[index]).length;
    return (0.15 + 0.5 * seat.capability + 0.5 * seat.market) / sharers;
  });
  const mean = raw.reduce((sum, weight) => sum + weight, 0) / seats.length;
  return seats.map((seat, index) => ({
    id: seat.id,
    capability: seat.capability,
    market: seat.market,
    dependence: seat.dependence,
    exposure: seat.exposure,
    rulemaking: seat.rulemaking,
    position: seat.position,
    weight: at(raw, index) / mean,
  }));
}

/** The world before the first round. Throws on an unknown seat. [model D.1, D.7] */
export function openWorld(setting: Setting, opening: Opening): World {
  const { parameters: p } = setting;
  const { seats } = opening;
  const n = seats.length;
  const pairs = Array.from({ length: n * n }, (_, pair) => pair);
  const zeros = pairs.map(() => 0);
  return {
    round: 0,
    passes: 0,
    development: seats.map((seat) => toMicro(seat.development)),
    defence: seats.map((seat) => toMicro(seat.defence)),
    localization: seats.map((seat) => toMicro(seat.localization)),
    force: seats.map((seat) => toMicro(seat.force)),
    shock: seats.map(() => 0),
    score: seats.map(() => 0),
    trust: pairs.map((pair) => trustOf(setting, opening, Math.floor(pair / n), pair % n)),
    restriction: restrictionsOf(setting, opening),
    barrier: pairs.map((pair) => (isDiagonal(pair, n) ? 0 : toMicro(p.tau0))),
    grievance: zeros,
    engaged: zeros,
    regime: toMicro(opening.regime ?? OPENING_REGIME),
    institutions: toMicro(p.restingInstitutions),
    opacity: toMicro(p.restingOpacity),
    competition: toMicro(p.restingCompetition),
    blocs: opening.blocs.map((bloc, index) => blocOf(setting, bloc, index + 1)),
    nextBloc: opening.blocs.length + 1,
    stage: 'emergence',
    locked: false,
    counters: { governance: 0, predicament: 0, scar: 0 },
  };
}

function isDiagonal(pair: number, n: number): boolean {
  return pair % (n + 1) === 0;
}

function trustOf(setting: Setting, opening: Opening, i: number, j: number): Micro {
  if (i === j) return 0;
  const gap = at(setting.seats, i).position - at(setting.seats, j).position;
  const byDistance = between(0.05, 0.56 - 0.22 * ((gap < 0 ? -gap : gap) / 2), 0.95);
  const { trust, trustShift = 0 } = opening;
  const given = trust === undefined ? byDistance : between(0.01, at(at(trust, i), j), 0.99);
  return toMicro(between(0.01, given + trustShift, 0.99));
}

function between(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

function restrictionsOf(setting: Setting, opening: Opening): readonly Micro[] {
  const n = setting.seats.length;
  const restrictions = new Array<Micro>(n * n).fill(0);
  for (const { from, to, value } of opening.restrictions) {
    restrictions[indexOf(setting, from) * n + indexOf(setting, to)] = toMicro(value);
  }
  return restrictions;
}

function blocOf(setting: Setting, bloc: ListedBloc, id: number): Bloc {
  const members = bloc.members.map((seat) => indexOf(setting, seat)).toSorted((a, b) => a - b);
  const shared = { id, side: bloc.side, members, age: 0 };
  if (bloc.kind === 'exclusive') {
    return { ...shared, kind: 'exclusive', depth: toMicro(bloc.depth ?? setting.parameters.depth0) };
  }
  const { field, coordinated = false } = bloc;
  return { ...shared, kind: 'functional', field, coordination: 0, coordinated };
}

function indexOf(setting: Setting, seat: SeatId): number {
  const index = setting.seats.findIndex(({ id }) => id === seat);
  if (index < 0) throw new Error(`no seat ${seat}`);
  return index;
}

/** The score of each seat with its share of the final state of the world: the same for all, no factors. [model D.6] */
export function finalScores(setting: Setting, world: World, indicators: Indicators): readonly Micro[] {
  const legacy = Math.floor(setting.parameters.legacy * indicators.direction + 0.5);
  return world.score.map((score) => score + legacy);
}
