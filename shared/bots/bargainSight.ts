import type { Order } from '../model/actions.ts';
import type { SeatId } from '../model/world.ts';
import type { Circumstances } from '../session/topics/agreements/circumstances.ts';
import type { AgreementView } from '../session/views/agreementView.ts';

/** What a bot may know when it bargains: the agreements its seat may read, and its own trust. */
export interface BargainSight {
  readonly seat: SeatId;
  readonly seats: readonly SeatId[];
  /** Its trust in each seat, by index, micro-units. */
  readonly trust: readonly number[];
  readonly round: number;
  readonly rounds: number;
  readonly agreements: readonly AgreementView[];
  /** What clauses are judged by besides its orders. */
  readonly about: Circumstances;
  /** The order it has sealed, or null. */
  readonly sealed: Order | null;
  /** Seats that people play. */
  readonly people: readonly SeatId[];
  /** It recently broke its word and may make no promise now. */
  readonly isBanned: boolean;
}
