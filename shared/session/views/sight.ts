import type { ActionId, Order } from '../../model/actions.ts';
import type { Derived } from '../../model/indicators.ts';
import type { SeatId, Setting, World, WorldEvent } from '../../model/world.ts';

/**
 * All that a bot may know: what its seat sees, in full precision. Made only by `makeSight`, which
 * puts in part by part what is allowed.
 */
export interface Sight {
  readonly setting: Setting;
  /** Index of the bot's own seat. */
  readonly seat: number;
  /** `score` holds only the own one; the others are 0. */
  readonly world: World;
  /** The orders of the last resolved round by seat index; null before the first. */
  readonly lastOrders: readonly Order[] | null;
  /** The round being played, from 1, and how many there are. */
  readonly round: number;
  readonly rounds: number;
  /** What happens to the world in this round. */
  readonly events: readonly WorldEvent[];
  /** Actions whose card lies in the deck and that can be legal now; *hold* is always among them. */
  readonly open: readonly ActionId[];
  /** Seat ids by index. */
  readonly seats: readonly SeatId[];
  /** What follows from `world`, worked out once for all bots that read it; left out, a bot works it out itself. */
  readonly derived?: Derived;
}

/** A fresh chance in [0, 1) at each call; the same sequence for the same seat, round and session. */
export type Chance = () => number;

/** How a character orders: a pure function of what it sees and of chance. Always returns a legal, open order. */
export type Disposition = (sight: Sight, chance: Chance) => Order;
