import type { ActionId, Order } from '../../model/actions.ts';
import type { Derived } from '../../model/indicators.ts';
import type { SeatId, Setting, World, WorldEvent } from '../../model/world.ts';

/** All that a bot may know: what its seat sees, in full precision. Only `makeSight` makes one. */
export interface Sight {
  readonly setting: Setting;
  /** Index of the bot's own seat. */
  readonly seat: number;
  /** `score` holds only the own score; the others are 0. */
  readonly world: World;
  /** The orders of the last resolved round by seat index; null before the first. */
  readonly lastOrders: readonly Order[] | null;
  /** The round being played, from 1, and how many there are. */
  readonly round: number;
  readonly rounds: number;
  /** The events of this round. */
  readonly events: readonly WorldEvent[];
  /** Actions whose card is dealt and that can be legal now; *hold* is always among them. */
  readonly open: readonly ActionId[];
  /** Seat ids by index. */
  readonly seats: readonly SeatId[];
  /** Numbers derived from `world`, computed once for all bots that read it; if absent, a bot computes them itself. */
  readonly derived?: Derived;
}

/** A fresh chance in [0, 1) at each call; the same sequence for the same seat, round and session. */
export type Chance = () => number;

/** How a character chooses its order: a pure function of what it sees and of chance. Always returns a legal, open order. */
export type Disposition = (sight: Sight, chance: Chance) => Order;
