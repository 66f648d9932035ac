import type { ActionId, Order } from '../model/actions.ts';
import type { BlocId, Field, SeatId } from '../model/world.ts';
import type { Circumstances } from '../session/topics/agreements/circumstances.ts';
import type { AgreementView } from '../session/views/agreementView.ts';
import type { ObjectiveView } from '../session/views/tableView.ts';

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
  /** The objectives of its seat. */
  readonly objectives: readonly ObjectiveView[];
  /** Its cards now, and those it will be dealt, with the round. */
  readonly open: readonly ActionId[];
  readonly later: readonly { readonly action: ActionId; readonly round: number }[];
  /** Who has a measure against it that stands, and who struck it in the last round. */
  readonly measuresBy: readonly SeatId[];
  readonly strikers: readonly SeatId[];
  /** The functional groups with their field. */
  readonly groups: readonly {
    readonly id: BlocId;
    readonly field: Field;
    readonly members: readonly SeatId[];
  }[];
  readonly phase: 'negotiation' | 'decision';
  /** It recently broke its word and may make no promise now. */
  readonly isBanned: boolean;
}
