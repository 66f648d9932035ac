import { failed, ok, type Result } from '#shared/lib/result.ts';
import type { Actor } from '#shared/session/vocabulary/actors.ts';
import type { Command, TextRef } from '#shared/session/vocabulary/commands.ts';
import type { Refusal } from '#shared/session/vocabulary/refusals.ts';
import { cleanMessage } from '../lib/cleanText.ts';
import type { LiveSession } from '../live/session.ts';
import { StoreError } from '../store/sessionStore.ts';
import { type Reply, replyOf } from './reply.ts';

/** A command whose words lie beside the log. */
export interface Worded {
  readonly actor: Actor;
  readonly key: string;
  /** The words as they are kept, null for none, or why they are refused. Asked once for each key, so that it may count. */
  readonly words: () => Result<string | null, Refusal>;
  /** The command that names the kept words. */
  readonly command: (text: TextRef | null) => Command;
  /** Words that these replace: erased once the command is accepted. */
  readonly replaced?: TextRef | undefined;
}

/**
 * Keeps words beside the log and gives the command that names them. If a rule says no, nothing of the words stays. A repeat
 * gets the first answer and is not judged again.
 */
export async function giveInWords(session: LiveSession, worded: Worded): Promise<Reply> {
  const { actor, key, command, replaced } = worded;
  const earlier = session.answerTo(actor, key);
  if (earlier !== null) return replyOf(await earlier);
  const words = worded.words();
  if (!words.ok) return { ok: false, refusal: words.failure };
  try {
    const text = words.value === null ? null : await session.texts.keep(words.value);
    const outcome = await session.submit(actor, key, command(text));
    const gone = outcome.ok ? replaced : text;
    if (gone) await session.texts.erase(gone.id);
    return replyOf(outcome);
  } catch (error) {
    if (error instanceof StoreError) return { ok: false, undelivered: 'notStored' };
    throw error;
  }
}

/** A message as it was typed, cleaned; refused where it has more than `most` characters, null where nothing is left. */
export function messageOf(typed: string | null, most: number): Result<string | null, Refusal> {
  const words = typed === null ? null : cleanMessage(typed);
  return words !== null && Array.from(words).length > most ? failed({ code: 'textTooLong' }) : ok(words);
}
