import type { Micro } from '../../model/micro.ts';
import type { Tenths } from './tableView.ts';

/** A stored number as people see it, in tenths of a point: 473 000 becomes 473, shown as 47.3. */
export function tenths(micro: Micro): Tenths {
  return Math.round(micro / 1000) + 0;
}

/** An ordinary number of the unit range in tenths of a point. */
export function tenthsOf(units: number): Tenths {
  return Math.round(units * 1000) + 0;
}
