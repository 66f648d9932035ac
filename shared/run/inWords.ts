import { failed, ok, type Result } from '../lib/result.ts';
import type { Actor } from '../session/vocabulary/actors.ts';
import type { Command } from '../session/vocabulary/commands.ts';
import type { TextRef } from '../session/vocabulary/textRef.ts';
import type { SessionState } from '../session/vocabulary/state.ts';
import type { Refusal } from '../session/vocabulary/refusals.ts';
import { cleanMessage } from '../lib/cleanText.ts';
import type { RunningSession } from './runningSession.ts';
import { type Reply, replyOf } from './reply.ts';

/** A command whose words are stored beside the log. */
export interface Worded {
  readonly actor: Actor;
  readonly key: string;
  /** The words to store, null for none, or the refusal. Called once per key, so that it may count. */
  readonly words: () => Result<string | null, Refusal>;
  /** The command that names the stored words. */
  readonly command: (text: TextRef | null) => Command;
  /** Ids of the words that these replace: erased together with the command that names the new ones. */
  readonly replaces?: (state: SessionState) => readonly string[];
}

/**
 * Gives a command with its words: they are stored together with its line, or not at all. A repeat gets the first answer and is not
 * judged again.
 */
export async function giveInWords(session: RunningSession, worded: Worded): Promise<Reply> {
  const { actor, key, command, replaces } = worded;
  const earlier = session.answerTo(actor, key);
  if (earlier !== null) return replyOf(await earlier);
  const words = worded.words();
  if (!words.ok) return { ok: false, refusal: words.failure };
  const written = words.value === null ? null : session.writtenText(words.value);
  const given = { text: written?.text ?? null, ...(replaces === undefined ? {} : { replaces }) };
  return replyOf(await session.submit(actor, key, command(written?.ref ?? null), undefined, given));
}

/** A typed message, cleaned; refused if longer than `most` characters, null if nothing is left. */
export function messageOf(typed: string | null, most: number): Result<string | null, Refusal> {
  const words = typed === null ? null : cleanMessage(typed);
  return words !== null && Array.from(words).length > most ? failed({ code: 'textTooLong' }) : ok(words);
}
