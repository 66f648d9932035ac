import type { SeatId } from '../../model/world.ts';
import type { RoleGiven } from './delegations.ts';
import type { TextRef } from './textRef.ts';
import type { EntryRules } from './entry.ts';

/** The events of joining, each complete and in the past tense. */
export type EntryEvent =
  /** Who may join, and how, from now on. */
  | { readonly type: 'entrySet'; readonly entry: EntryRules }
  /** Somebody joined without a seat. */
  | {
      readonly type: 'waitingJoined';
      readonly delegate: string;
      readonly name: TextRef | null;
      /** The seat they would like; absent: any. */
      readonly wish?: SeatId;
    }
  | {
      readonly type: 'delegatePlaced';
      readonly delegate: string;
      readonly seat: SeatId;
      readonly roles?: readonly RoleGiven[];
    }
  | { readonly type: 'delegateTurnedAway'; readonly delegate: string }
  /** `delegate` moves from `from` to `seat`, `other` the opposite way. */
  | {
      readonly type: 'delegatesSwapped';
      readonly delegate: string;
      readonly from: SeatId;
      readonly other: string;
      readonly seat: SeatId;
      readonly roles?: readonly RoleGiven[];
    }
  /** The host downloaded the record while the session ran. */
  | { readonly type: 'exportTaken' };
