import type { SeatId } from '../../model/world.ts';
import type { AdmissionPolicy, Ballot } from '../vocabulary/charters.ts';

/** A charter as everybody reads it; name and text are null if none was given or it was erased. */
export interface CharterView {
  readonly policy: AdmissionPolicy;
  readonly noticeRounds: 0 | 1;
  readonly name: string | null;
  readonly text: string | null;
}

/** A bloc's charter, votes and decisions; all public. */
export interface BlocMatters {
  readonly charter: CharterView | null;
  readonly ballots: readonly {
    readonly kind: Ballot['kind'];
    readonly seat: SeatId | null;
    readonly proposal: number;
    readonly charter: CharterView | null;
    readonly yes: readonly SeatId[];
  }[];
  readonly admitted: readonly SeatId[];
  /** Expelled, or expelled once the round is resolved; they come back only by a vote. */
  readonly expelled: readonly SeatId[];
  readonly notices: readonly SeatId[];
}
