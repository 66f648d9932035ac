import type { Order } from './actions.ts';
import type { SeatId, WorldEvent, Pledge, Recognition, Corridor, Expulsion } from './world.ts';

/** Everything that a round is resolved from, beside the world. A seat without an order holds. `seed` addresses the draws. */
export interface RoundInput {
  readonly seed: number;
  readonly orders: Readonly<Record<SeatId, Order>>;
  /** In the order in which they take effect: the drawn one, then the host's. */
  readonly events: readonly WorldEvent[];
  readonly pledges: readonly Pledge[];
  readonly recognitions: readonly Recognition[];
  /** Every pair once; absent for none. */
  readonly corridors?: readonly Corridor[];
  /** Members whom their bloc has expelled: they are out after this round's moves. Absent: nobody. */
  readonly expelled?: readonly Expulsion[];
}
