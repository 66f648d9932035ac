import { failed, ok } from '../../lib/result.ts';
import { type BookmarkEvent, MOST_BOOKMARKS } from '../vocabulary/bookmarks.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { Decision } from '../vocabulary/decision.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** The host marks this moment, with or without a note. */
export function setBookmark({ phase, bookmarks }: SessionState, command: CommandOf<'setBookmark'>): Decision {
  if (phase.name === 'lobby' || phase.name === 'ended') return failed({ code: 'wrongPhase' });
  if (bookmarks.length >= MOST_BOOKMARKS) return failed({ code: 'tooManyBookmarks' });
  const number = (bookmarks.at(-1)?.number ?? 0) + 1;
  return ok([{ type: 'bookmarkSet', number, round: phase.round, phase: phase.name, text: command.text }]);
}

/** The host writes the note of a bookmark anew, or takes it away. */
export function noteBookmark(state: SessionState, { number, text }: CommandOf<'noteBookmark'>): Decision {
  return ifThere(state, number, { type: 'bookmarkNoted', number, text });
}

/** The host removes a bookmark. */
export function removeBookmark(state: SessionState, { number }: CommandOf<'removeBookmark'>): Decision {
  return ifThere(state, number, { type: 'bookmarkRemoved', number });
}

/** The host shows a bookmark and its note to everybody in the debrief, or no longer. */
export function showBookmark(state: SessionState, { number, shown }: CommandOf<'showBookmark'>): Decision {
  return ifThere(state, number, { type: 'bookmarkShown', number, shown });
}

function ifThere({ bookmarks }: SessionState, number: number, event: BookmarkEvent): Decision {
  return bookmarks.some((one) => one.number === number) ? ok([event]) : failed({ code: 'unknownBookmark' });
}
