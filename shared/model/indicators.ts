import { num } from '../lib/at.ts';
import { toMicro } from './micro.ts';
import { connect, connectionArrays } from './rules/connectivity.ts';
import type { ConnectionArrays, Connections } from './rules/connectivity.ts';
import { pairMean } from './rules/boundaries.ts';
import { perceive, perceptionArrays } from './rules/perception.ts';
import type { Perception, PerceptionArrays } from './rules/perception.ts';
import { INSTITUTIONS, REGIME } from './rules/cells.ts';
import { standingOf } from './rules/standing.ts';
import type { Standing } from './rules/standing.ts';
import { effectiveOpacity } from './rules/feltThreat.ts';
import { cellsAside } from './rules/workspace.ts';
import type { Indicators, Setting, World } from './world.ts';

/**
 * Everything that follows from a world at one moment, in ordinary numbers; never stored. Matrices are flat, `i * n + j`, zero on the
 * diagonal. [model D.4]
 */
export interface Derived {
  readonly n: number;
  /** Id of each seat's active camp, −1 without one. */
  readonly camp: readonly number[];
  /** κ: weight of the other members of one's active camp, share of the world 0..1. */
  readonly campShare: Float64Array;
  /** s: depth of the camp boundary between two seats, 0..1, symmetric. */
  readonly boundary: Float64Array;
  /** c: connection of two seats, 0..1, symmetric. */
  readonly link: Float64Array;
  /** e: connection along the best path, 0..1, symmetric. */
  readonly path: Float64Array;
  /** Θ_ij: threat that i feels from j, 0..1. */
  readonly threatBy: Float64Array;
  /** Θ_i: threat that each seat feels, 0..1. */
  readonly threat: Float64Array;
  /** Z_i: how far each seat has securitized, 0..1. */
  readonly securitization: Float64Array;
  /** The world's indicators before rounding. */
  readonly totals: Totals;
}

/** The indicators as ordinary numbers. */
export type Totals = { readonly [Key in keyof Indicators]: number };

/** The arrays that what follows from a world is written into. */
export interface DerivedArrays {
  readonly perception: PerceptionArrays;
  readonly connections: ConnectionArrays;
}

/** Fresh arrays for a table of n seats. */
export function derivedArrays(n: number): DerivedArrays {
  return { perception: perceptionArrays(n), connections: connectionArrays(n) };
}

/**
 * Computes what follows from a world. With arrays given it is written into these and holds until they are given again. [model D.4]
 */
export function derive(
  setting: Setting,
  world: World,
  into: DerivedArrays = derivedArrays(setting.seats.length),
): Derived {
  const standing = standingOf(setting, world, cellsAside(setting.seats.length));
  const seen = perceive(standing, into.perception);
  return deriveFrom(standing, seen, connect(standing, seen.boundary, into.connections), into.connections);
}

/**
 * Computes what follows from numbers in working form, given what seats perceive in them and how they are connected, links and paths
 * in `into`.
 */
export function deriveFrom(
  standing: Standing,
  seen: Perception,
  connections: Connections,
  into: ConnectionArrays,
): Derived {
  measureSecuritization(standing, into.securitization);
  return {
    n: standing.n,
    camp: campIds(standing, seen.camp),
    campShare: seen.campShare,
    boundary: seen.boundary,
    link: into.link,
    path: into.path,
    threatBy: seen.threatBy,
    threat: seen.threat,
    securitization: into.securitization,
    totals: totalsOf(standing, seen, connections, into.securitization),
  };
}

function campIds({ blocs }: Standing, camp: Int32Array): readonly number[] {
  const ids = new Array<number>(camp.length).fill(-1);
  for (const { slot, record } of blocs) {
    for (const member of record.members) if (camp[member] === slot) ids[member] = record.id;
  }
  return ids;
}

function totalsOf(
  standing: Standing,
  seen: Perception,
  { efficiency, openEfficiency }: Connections,
  securitization: Float64Array,
): Totals {
  const { dials, trust } = standing;
  const regimeFragmentation = seen.treaties.fragmentation;
  const lost = 1 - efficiency / openEfficiency;
  const fragmentationIndex = Math.max(0, Math.min(1, 1.25 * lost + 0.25 * regimeFragmentation));
  const meanTrust = pairMean(standing, trust);
  const securitizationIndex = seatMean(standing, securitization);
  const centripetal = (meanTrust + num(dials, REGIME) + num(dials, INSTITUTIONS)) / 3;
  const centrifugal = (seen.blocIndex + securitizationIndex + fragmentationIndex) / 3;
  return {
    efficiency,
    openEfficiency,
    meanTrust,
    meanThreat: seatMean(standing, seen.threat),
    blocIndex: seen.blocIndex,
    securitizationIndex,
    fragmentationIndex,
    regimeFragmentation,
    parallelTreaties: seen.treaties.parallel,
    selectiveParticipation: seen.treaties.selective,
    lowParticipation: seen.treaties.low,
    effectiveOpacity: effectiveOpacity(standing),
    direction: centripetal - centrifugal,
  };
}

/** Z_i: localization, restrictions and force, each on its own able to securitize a state whole. [cai-zhang §1.2] [model D.4] */
function measureSecuritization(
  { n, p, profiles, localization, restriction, force }: Standing,
  securitization: Float64Array,
): void {
  for (let i = 0; i < n; i++) {
    let restricting = 0;
    for (let j = 0; j < n; j++) restricting += num(profiles.weight, j) * num(restriction, i * n + j);
    const share = Math.min(1, (p.zM15 * restricting) / n);
    securitization[i] = 1 - (1 - num(localization, i)) * (1 - share) * (1 - num(force, i));
  }
}

function seatMean({ n, profiles }: Standing, values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += num(profiles.weight, i) * num(values, i);
  return sum / n;
}

/** The indicators of a derived world, rounded to micro-units. */
export function indicatorsOf(_setting: Setting, derived: Derived): Indicators {
  const { totals } = derived;
  return {
    efficiency: toMicro(totals.efficiency),
    openEfficiency: toMicro(totals.openEfficiency),
    meanTrust: toMicro(totals.meanTrust),
    meanThreat: toMicro(totals.meanThreat),
    blocIndex: toMicro(totals.blocIndex),
    securitizationIndex: toMicro(totals.securitizationIndex),
    fragmentationIndex: toMicro(totals.fragmentationIndex),
    regimeFragmentation: toMicro(totals.regimeFragmentation),
    parallelTreaties: toMicro(totals.parallelTreaties),
    selectiveParticipation: toMicro(totals.selectiveParticipation),
    lowParticipation: toMicro(totals.lowParticipation),
    effectiveOpacity: toMicro(totals.effectiveOpacity),
    direction: toMicro(totals.direction),
  };
}
