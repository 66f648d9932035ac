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
  /** What it has sealed already, or null. */
  readonly sealed: Order | null;
  /** Seats that people play. */
  readonly people: readonly SeatId[];
  /** It broke its word lately and may give none now. */
  readonly isBanned: boolean;
}
