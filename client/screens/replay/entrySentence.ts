import { assertNever } from '#shared/lib/assertNever.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { EntryEvent } from '#shared/session/vocabulary/entryEvents.ts';
import { seatName } from '../../panels/lookup.ts';
import { words } from '../../text/language.ts';

/** What happened at the way in, in one sentence. */
export function entrySentence(view: View, event: EntryEvent): string {
  const { said } = words.value.replay;
  switch (event.type) {
    case 'entrySet':
      return said.entry;
    case 'waitingJoined':
      return said.joinedWaiting;
    case 'delegatePlaced':
      return said.placed(seatName(view, event.seat));
    case 'delegateTurnedAway':
      return said.turnedAway;
    case 'delegatesSwapped':
      return said.swapped(seatName(view, event.from), seatName(view, event.seat));
    case 'exportTaken':
      return said.exported;
    default:
      return assertNever(event);
  }
}
