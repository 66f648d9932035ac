import type { Actor } from '../session/vocabulary/actors.ts';
import type { Command } from '../session/vocabulary/commands.ts';
import type { SessionState } from '../session/vocabulary/state.ts';
import type { LogLine } from '../log/line.ts';
import type { Outcome } from './answers.ts';
import type { PhaseTime } from './phaseTime.ts';
import type { Words, WrittenText } from './texts.ts';

/**
 * A session that runs, for whoever acts in it: the server's live session, or one in the memory of a page or a command. Commands are
 * judged one at a time and in the order in which they come.
 */
export interface RunningSession {
  /** The state after the last line. */
  readonly state: SessionState;
  /** The free texts beside the log: the text with an id, null if it was erased. */
  readonly texts: { readonly textOf: (id: string) => string | null };
  /** Deadlines and pauses of the current phase. */
  readonly clock: PhaseTime;
  /** Running time in ms, for deadlines and limits. */
  readonly now: () => number;
  /** Number of the last line; 0 before the first. */
  readonly headSeq: number;
  /** Number of the line that opened the current phase; tells one phase from the next. */
  readonly phaseOpenedAt: number;
  /** True if every further command is refused. */
  readonly isStopped: boolean;
  /** Judges a command and keeps it if the rules accept it. `isStillApt` runs in the command's turn and can cancel it. */
  submit(
    actor: Actor,
    key: string,
    command: Command,
    isStillApt?: () => boolean,
    words?: Words,
  ): Promise<Outcome>;
  /** The answer to this actor's key, also one still to come; null for a new key. */
  answerTo(actor: Actor, key: string): Promise<Outcome> | null;
  /** Calls a listener after every line, in order. Returns the way to stop that. */
  subscribe(listener: (line: LogLine) => void): () => void;
  /** Makes a free text from what somebody wrote. Not kept yet. */
  writtenText(value: string): WrittenText;
}
