import { int, num } from '../../lib/at.ts';
import { NO_INDEX } from './book.ts';
import { drawBoundaries, pairMean } from './boundaries.ts';
import type { Standing } from './standing.ts';
import { feelThreats, feelThreatsBy } from './feltThreat.ts';
import { treatiesOf } from './treaties.ts';
import type { Treaties } from './treaties.ts';

/** What seats perceive of each other at one moment: all derived numbers that a pass reads from its start. [model D.4] */
export interface Perception {
  /** Slot of each seat's active camp, −1 without one. */
  readonly camp: Int32Array;
  /** κ of each seat. */
  readonly campShare: Float64Array;
  readonly boundary: Float64Array;
  readonly threatBy: Float64Array;
  readonly threat: Float64Array;
  readonly blocIndex: number;
  readonly treaties: Treaties;
}

/** The arrays that a perception is written into. */
export interface PerceptionArrays {
  readonly camp: Int32Array;
  readonly campShare: Float64Array;
  readonly boundary: Float64Array;
  readonly threatBy: Float64Array;
  readonly threat: Float64Array;
}

/** Arrays for a perception at a table of n seats. */
export function perceptionArrays(n: number): PerceptionArrays {
  return {
    camp: new Int32Array(n),
    campShare: new Float64Array(n),
    boundary: new Float64Array(n * n),
    threatBy: new Float64Array(n * n),
    threat: new Float64Array(n),
  };
}

/** What seats perceive of each other now, written into the given arrays. */
export function perceive(
  standing: Standing,
  into: PerceptionArrays = perceptionArrays(standing.n),
): Perception {
  const { camp, campShare, boundary, threatBy, threat } = into;
  findCamps(standing, camp);
  measureCamps(standing, camp, campShare);
  drawBoundaries(standing, camp, boundary);
  feelThreatsBy(standing, boundary, threatBy);
  feelThreats(standing, threatBy, camp, campShare, threat);
  const blocIndex = pairMean(standing, boundary);
  return { camp, campShare, boundary, threatBy, threat, blocIndex, treaties: treatiesOf(standing) };
}

/** The camp of each seat, if it has enough members to be active. [model D.1] */
export function findCamps({ p, blocs }: Standing, camp: Int32Array): void {
  camp.fill(NO_INDEX);
  for (const { slot, record } of blocs) {
    if (record.kind !== 'exclusive' || record.members.length < p.campMin) continue;
    for (const member of record.members) camp[member] = slot;
  }
}

/** κ: the weight of one's camp-mates as a share of the world, 0 without a camp. [model D.4] */
function measureCamps({ n, profiles, blocs }: Standing, camp: Int32Array, campShare: Float64Array): void {
  campShare.fill(0);
  for (const { slot, record } of blocs) {
    let weight = 0;
    for (const member of record.members) weight += num(profiles.weight, member);
    for (const member of record.members) {
      if (int(camp, member) === slot) campShare[member] = (weight - num(profiles.weight, member)) / n;
    }
  }
}
