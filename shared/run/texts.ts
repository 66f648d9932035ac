import type { FreeText } from '../log/line.ts';
import type { SessionState } from '../session/vocabulary/state.ts';
import type { TextRef } from '../session/vocabulary/textRef.ts';

/** A text with a salt of its own, and the reference to it for a command. Not stored yet. */
export interface WrittenText {
  readonly text: FreeText;
  readonly ref: TextRef;
}

/** The texts that a line adds to a session and removes from it. */
export interface TextChange {
  readonly texts: readonly FreeText[];
  readonly erased: readonly string[];
}

/** Free text that belongs to a command. */
export interface Words {
  /** The free text that the command names. */
  readonly text?: FreeText | null;
  /** Ids of the texts that it replaces, looked up in the command's turn. */
  readonly replaces?: (state: SessionState) => readonly string[];
}
