import { type FreeText, type LogLine, sealLine } from '#shared/log/line.ts';
import { foldLine } from '#shared/log/replay.ts';
import { decide } from '#shared/session/decide.ts';
import type { Refusal } from '#shared/session/vocabulary/refusals.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { sha256 } from '../store/digest.ts';
import type { TextChange } from '../store/sessionTexts.ts';

/** Free text that belongs to a command. */
export interface Words {
  /** The free text that the command names. */
  readonly text?: FreeText | null;
  /** Ids of the texts that it replaces, looked up in the command's turn. */
  readonly replaces?: (state: SessionState) => readonly string[];
}

/** A line that the rules have accepted, with its text, its words and the state after it. */
export interface Prepared extends TextChange {
  readonly line: LogLine;
  readonly text: string;
  readonly state: SessionState;
}

/** Decides a command and folds its events at once: a line that cannot be folded must not get into the log. */
export function prepareLine(
  { state, headHash }: { readonly state: SessionState; readonly headHash: string },
  asked: Omit<LogLine, 'events' | 'hash'>,
  { text = null, replaces }: Words,
): Prepared | { readonly refusal: Refusal } {
  const decided = decide(state, asked.actor, asked.command);
  if (!decided.ok) return { refusal: decided.failure };
  const sealed = sealLine(headHash, { ...asked, events: decided.value }, sha256);
  return {
    ...sealed,
    texts: text === null ? [] : [text],
    erased: replaces?.(state) ?? [],
    state: foldLine(state, sealed.line),
  };
}
