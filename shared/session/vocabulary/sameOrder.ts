import { canonicalJson } from '../../lib/canonicalJson.ts';
import type { Order } from '../../model/actions.ts';

/** True if two orders are equal in every part; the sequence of the parts does not matter. */
export function isSameOrder(one: Order, other: Order): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
