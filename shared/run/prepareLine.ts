import type { Digest } from '../log/chain.ts';
import { type LogLine, sealLine } from '../log/line.ts';
import { foldLine } from '../log/replay.ts';
import { decide } from '../session/decide.ts';
import type { Refusal } from '../session/vocabulary/refusals.ts';
import type { SessionState } from '../session/vocabulary/state.ts';
import type { TextChange, Words } from './texts.ts';

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
  digest: Digest,
): Prepared | { readonly refusal: Refusal } {
  const decided = decide(state, asked.actor, asked.command);
  if (!decided.ok) return { refusal: decided.failure };
  const sealed = sealLine(headHash, { ...asked, events: decided.value }, digest);
  return {
    ...sealed,
    texts: text === null ? [] : [text],
    erased: replaces?.(state) ?? [],
    state: foldLine(state, sealed.line),
  };
}
