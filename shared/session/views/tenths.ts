import type { Micro } from '../../model/micro.ts';

/** A stored number as people see it, in tenths of a point: 473 000 becomes 473, shown as 47.3. */
export function tenths(micro: Micro): Tenths {
  return Math.round(micro / 1000) + 0;
}

/** A number of the range 0..1 in tenths of a point. */
export function tenthsOf(units: number): Tenths {
  return Math.round(units * 1000) + 0;
}

/** A number as people see it, times ten: tenths of a point, so 473 is shown as 47.3. Signed if the quantity is. */
export type Tenths = number;
