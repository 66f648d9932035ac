import type { Tenths } from '../../session/views/tenths.ts';
import type { Trail } from '../../session/views/trail.ts';

/** The numbers whose courses are compared: connectivity, trust, the three trends, the three factors. [cai-zhang §1, §2] */
export const movers = [
  'efficiency',
  'meanTrust',
  'blocIndex',
  'securitizationIndex',
  'fragmentationIndex',
  'opacity',
  'institutions',
  'competition',
] as const;
/** A number whose course is compared. */
export type Mover = (typeof movers)[number];

/** When a number first stood clearly away from where it had begun, and by how much then. */
export interface FirstMove {
  readonly mover: Mover;
  readonly round: number;
  readonly change: Tenths;
}

/** Less than five points is no move: small waves are in every session. */
const LEAST: Tenths = 50;

/** Which numbers had moved by five points up to a round, the earliest first; in one round the largest first. */
export function firstMoves(trail: Trail, until: number): readonly FirstMove[] {
  const found = movers.flatMap((mover): readonly FirstMove[] => {
    const course = trail[mover].slice(0, until + 1);
    const start = course[0] ?? 0;
    const round = course.findIndex((value) => Math.abs(value - start) >= LEAST);
    return round < 0 ? [] : [{ mover, round, change: (course[round] ?? 0) - start }];
  });
  return found.toSorted((a, b) => a.round - b.round || Math.abs(b.change) - Math.abs(a.change));
}
