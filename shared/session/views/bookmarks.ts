import type { Viewer } from '../vocabulary/actors.ts';
import type { TextOf } from '../vocabulary/codedTalk.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { answered, refused } from './answered.ts';
import type { BookmarkView } from './debriefView.ts';
import type { Answer } from './questions.ts';

/** All bookmarks, for the host alone. */
export function bookmarksFor(state: SessionState, viewer: Viewer, textOf: TextOf): Answer<'bookmarks'> {
  return viewer.kind === 'host' ? answered<'bookmarks'>(bookmarksOf(state, textOf)) : refused('notYours');
}

/** The bookmarks that the host shows to everybody. */
export function shownBookmarks(state: SessionState, textOf: TextOf): readonly BookmarkView[] {
  return bookmarksOf(state, textOf).filter(({ shown }) => shown);
}

function bookmarksOf({ bookmarks }: SessionState, textOf: TextOf): readonly BookmarkView[] {
  return bookmarks.map(({ text, ...one }) => ({ ...one, note: text === null ? null : textOf(text.id) }));
}
