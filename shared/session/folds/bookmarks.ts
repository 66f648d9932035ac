import type { Bookmark } from '../vocabulary/bookmarks.ts';
import type { EventOf } from '../vocabulary/events.ts';
import type { SessionState } from '../vocabulary/state.ts';

/** Adds a bookmark of the host's. */
export function bookmarkSet(state: SessionState, event: EventOf<'bookmarkSet'>): SessionState {
  const { number, round, phase, text } = event;
  return { ...state, bookmarks: [...state.bookmarks, { number, round, phase, text, shown: false }] };
}

/** Replaces the note of a bookmark. */
export function bookmarkNoted(state: SessionState, { number, text }: EventOf<'bookmarkNoted'>): SessionState {
  return changed(state, number, { text });
}

/** Removes a bookmark with its note. */
export function bookmarkRemoved(state: SessionState, { number }: EventOf<'bookmarkRemoved'>): SessionState {
  return { ...state, bookmarks: state.bookmarks.filter((one) => one.number !== number) };
}

/** Shows a bookmark to everybody in the debrief, or no longer. */
export function bookmarkShown(
  state: SessionState,
  { number, shown }: EventOf<'bookmarkShown'>,
): SessionState {
  return changed(state, number, { shown });
}

function changed(state: SessionState, number: number, change: Partial<Bookmark>): SessionState {
  const bookmarks = state.bookmarks.map((one) => (one.number === number ? { ...one, ...change } : one));
  return { ...state, bookmarks };
}
