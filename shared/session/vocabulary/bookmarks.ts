import type { RoundPhase } from './phases.ts';
import type { TextRef } from './textRef.ts';

/** A moment that the host has marked while people played, to come back to it. [decision 0042] */
export interface Bookmark {
  /** From 1; the number of a removed one may be given again. */
  readonly number: number;
  readonly round: number;
  readonly phase: RoundPhase;
  /** The host's note, kept beside the log; null for none. */
  readonly text: TextRef | null;
  /** The host shows it to everybody in the debrief. */
  readonly shown: boolean;
}

/** What happens to the host's bookmarks. */
export type BookmarkEvent =
  | ({ readonly type: 'bookmarkSet' } & Omit<Bookmark, 'shown'>)
  /** Null removes the note. */
  | { readonly type: 'bookmarkNoted'; readonly number: number; readonly text: TextRef | null }
  | { readonly type: 'bookmarkRemoved'; readonly number: number }
  | { readonly type: 'bookmarkShown'; readonly number: number; readonly shown: boolean };

/** Most characters of the note of a bookmark. */
export const MAX_BOOKMARK_NOTE = 200;
/** Most bookmarks of a session. */
export const MOST_BOOKMARKS = 200;
