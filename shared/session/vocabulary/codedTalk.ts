import { z } from 'zod';
import { canonicalJson } from '../../lib/canonicalJson.ts';
import { moveSchema, type TalkMove } from './moves.ts';
import { type Message, type PhraseId, phraseIds } from './talk.ts';

/** Looks up a free text beside the log; null if it was erased. */
export type TextOf = (id: string) => string | null;

/** What a message says: free words, a set phrase, a move; each null if it says none, or if it was erased. */
export interface Spoken {
  readonly text: string | null;
  readonly phrase: PhraseId | null;
  readonly move: TalkMove | null;
}

/** A set phrase or a move as it is kept beside the log. */
const codedSchema = z.union([z.strictObject({ phrase: z.enum(phraseIds) }), moveSchema]);

/** The text that is kept beside the log for a phrase or a move of a private channel. */
export function codedTalk(said: TalkMove | PhraseId): string {
  return canonicalJson(typeof said === 'string' ? { phrase: said } : said);
}

/** What a message says, decoding the text of private channels. */
export function spokenIn(message: Message, textOf: TextOf): Spoken {
  const { text, phrase, move, coded } = message;
  const written = text === null ? null : textOf(text.id);
  if (coded !== true) return { text: written, phrase, move: move ?? null };
  const found = written === null ? null : decodedOnce(message, written);
  if (found === null) return { text: null, phrase: null, move: null };
  return 'phrase' in found
    ? { text: null, phrase: found.phrase, move: null }
    : { text: null, phrase: null, move: found };
}

type Coded = z.infer<typeof codedSchema>;

/** What messages say in code, because views and bots read each message again after every line. */
const known = new WeakMap<Message, { readonly text: string; readonly found: Coded | null }>();

function decodedOnce(message: Message, text: string): Coded | null {
  const earlier = known.get(message);
  if (earlier?.text === text) return earlier.found;
  const found = decoded(text);
  known.set(message, { text, found });
  return found;
}

function decoded(text: string): Coded | null {
  try {
    return codedSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
