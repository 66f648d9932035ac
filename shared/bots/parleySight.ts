import type { ActionId, Order } from '../model/actions.ts';
import type { SeatId } from '../model/world.ts';
import type { Circumstances } from '../session/topics/agreements/circumstances.ts';
import type { HeardSpoken } from '../session/topics/wordsGiven.ts';
import type { AgreementView } from '../session/views/agreementView.ts';
import type { Sight } from '../session/views/sight.ts';
import type { ObjectiveView } from '../session/views/tableView.ts';
import type { TalkLevel } from '../session/vocabulary/moves.ts';

/** What a bot may know when it speaks in moves: what its seat sees and has heard, and what it means to do itself. */
export interface ParleySight {
  readonly seat: SeatId;
  /** Seats that people play: bots speak to them, never to each other. */
  readonly people: readonly SeatId[];
  /** The world as its seat sees it. */
  readonly sight: Sight;
  /** The objectives of its seat; what it wants of others for their sake, and never that it is for them, is told. */
  readonly objectives: readonly ObjectiveView[];
  /** Cards that its seat will be dealt, with the round. */
  readonly later: readonly { readonly action: ActionId; readonly round: number }[];
  /** The revealed orders of each round, the first first. */
  readonly played: readonly { readonly orders: Readonly<Record<SeatId, Order>>; readonly round: number }[];
  /** What this seat has heard and said in the rounds as they stand, in order. */
  readonly heard: readonly HeardSpoken[];
  /** The agreements that its seat may read. */
  readonly agreements: readonly AgreementView[];
  /** What clauses are judged by besides orders. */
  readonly about: Circumstances;
  /** The order it will seal if nothing changes, or has sealed. */
  readonly order: Order;
  readonly hasSealed: boolean;
  /** It broke its word lately and may sign nothing now. */
  readonly isBanned: boolean;
  readonly phase: 'negotiation' | 'decision';
  readonly level: TalkLevel;
  /** Two seats may talk in private now. */
  readonly isPrivateOpen: boolean;
}
