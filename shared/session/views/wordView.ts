import type { SeatId } from '../../model/world.ts';
import type { SpokenDeed } from '../vocabulary/moves.ts';
import type { WordSource } from '../topics/wordsGiven.ts';

/** A promise in words only, as a reveal has judged it. */
export interface WordView {
  /** The round whose reveal judged it. */
  readonly round: number;
  readonly by: SeatId;
  /** To whom in particular it was given; null for all who heard it. */
  readonly to: SeatId | null;
  readonly deed: SpokenDeed;
  /** The last round in which it was due. */
  readonly due: number;
  readonly source: WordSource;
  readonly done: boolean;
  /** Only some states heard it. */
  readonly isPrivate: boolean;
}
