import type { Actor } from '#shared/session/actors.ts';
import type { CommandOf } from '#shared/session/commands.ts';
import { MAX_MESSAGE } from '#shared/session/talk.ts';
import { cleanMessage } from '../http/cleanText.ts';
import type { LiveSession } from '../session.ts';
import { StoreError } from '../store/sessionStore.ts';
import { type Reply, replyOf } from './reply.ts';

/** How often one person may speak within so long. */
export const MOST_MESSAGES = 8;
const WITHIN_MS = 60_000;

/** Counts what each person in a room has said lately. */
export class TalkLimit {
  readonly #times = new Map<string, readonly number[]>();

  /** Whether this person may speak at this moment; if so it is counted. */
  mayTalk(person: string, nowMs: number): boolean {
    const lately = (this.#times.get(person) ?? []).filter((time) => nowMs - time < WITHIN_MS);
    const may = lately.length < MOST_MESSAGES;
    this.#times.set(person, may ? [...lately, nowMs] : lately);
    return may;
  }
}

/** What somebody wants to say, with the words as they were typed. */
export interface Speech {
  readonly actor: Actor;
  readonly key: string;
  readonly command: CommandOf<'say'>;
  readonly typed: string | null;
}

/**
 * Says something for a person: counts it, cleans the words, keeps them beside the log and gives the command that names
 * them. If a rule says no, nothing of the words stays. A repeat gets the first answer and is not counted.
 */
export async function speak(session: LiveSession, limit: TalkLimit, speech: Speech): Promise<Reply> {
  const { actor, key, command, typed } = speech;
  const earlier = session.answerTo(actor, key);
  if (earlier !== null) return replyOf(await earlier);
  const words = typed === null ? null : cleanMessage(typed);
  if (words !== null && Array.from(words).length > MAX_MESSAGE)
    return { ok: false, refusal: { code: 'textTooLong' } };
  if (words === null && command.phrase === null) return { ok: false, refusal: { code: 'nothingSaid' } };
  if (actor.kind === 'delegate' && !limit.mayTalk(actor.delegate, session.now()))
    return { ok: false, refusal: { code: 'talkTooFast' } };
  try {
    const text = words === null ? null : await session.texts.keep(words);
    const outcome = await session.submit(actor, key, { ...command, text });
    if (!outcome.ok && text !== null) await session.texts.erase(text.id);
    return replyOf(outcome);
  } catch (error) {
    if (error instanceof StoreError) return { ok: false, undelivered: 'notStored' };
    throw error;
  }
}
