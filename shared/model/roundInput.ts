import type { Order } from './actions.ts';
import type { SeatId, WorldEvent, Pledge, Recognition, Corridor, Expulsion } from './world.ts';

/** All that one round is resolved from, beside the world itself. A seat without an order holds. `seed` addresses the draws. */
export interface RoundInput {
  readonly seed: number;
  readonly orders: Readonly<Record<SeatId, Order>>;
  /** In the order in which they take effect: the drawn one, then what the host brought in. */
  readonly events: readonly WorldEvent[];
  readonly pledges: readonly Pledge[];
  readonly recognitions: readonly Recognition[];
  /** Every pair once; absent for none. */
  readonly corridors?: readonly Corridor[];
  /** Members whom their bloc has expelled: they are out once this round's moves are made. Absent: nobody. */
  readonly expelled?: readonly Expulsion[];
}
