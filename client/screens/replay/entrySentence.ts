import { seatName } from '../../panels/lookup.ts';
import { words } from '../../text/language.ts';
import type { Sentences } from './sentences.ts';

/** What happened at the entry. */
export const entrySentences: Sentences<
  'entrySet' | 'waitingJoined' | 'delegatePlaced' | 'delegateTurnedAway' | 'delegatesSwapped' | 'exportTaken'
> = {
  entrySet: () => words.value.replay.said.entry,
  waitingJoined: () => words.value.replay.said.joinedWaiting,
  delegatePlaced: (view, { seat }) => words.value.replay.said.placed(seatName(view, seat)),
  delegateTurnedAway: () => words.value.replay.said.turnedAway,
  delegatesSwapped: (view, { from, seat }) =>
    words.value.replay.said.swapped(seatName(view, from), seatName(view, seat)),
  exportTaken: () => words.value.replay.said.exported,
};
