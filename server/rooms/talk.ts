import { failed, type Result } from '#shared/lib/result.ts';
import type { Actor } from '#shared/session/vocabulary/actors.ts';
import type { CommandOf } from '#shared/session/vocabulary/commands.ts';
import type { Refusal } from '#shared/session/vocabulary/refusals.ts';
import { MAX_MESSAGE } from '#shared/session/vocabulary/talk.ts';
import type { LiveSession } from '../live/session.ts';
import type { Reply } from './reply.ts';
import { giveInWords, messageOf } from './words.ts';

/** How often one person may speak within so long. */
export const MOST_MESSAGES = 8;
const WITHIN_MS = 60_000;

/** What is counted apart, so that talk never uses up a call for help. */
type Occasion = 'talk' | 'hand' | 'charter' | 'debrief';

/** Counts what each person in a room has said lately. */
export class TalkLimit {
  readonly #times = new Map<string, readonly number[]>();

  /** Words that are right otherwise, refused where this person has given too many lately; if not, they are counted. Host and bots are free. */
  counted<Words>(
    words: Result<Words, Refusal>,
    actor: Actor,
    occasion: Occasion,
    nowMs: number,
  ): Result<Words, Refusal> {
    if (!words.ok || actor.kind !== 'delegate') return words;
    return this.#mayGive(`${occasion} ${actor.delegate}`, nowMs) ? words : failed({ code: 'talkTooFast' });
  }

  #mayGive(what: string, nowMs: number): boolean {
    const lately = (this.#times.get(what) ?? []).filter((time) => nowMs - time < WITHIN_MS);
    const may = lately.length < MOST_MESSAGES;
    this.#times.set(what, may ? [...lately, nowMs] : lately);
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

/** Says something for a person: words, a set phrase, or both. */
export async function speak(session: LiveSession, limit: TalkLimit, speech: Speech): Promise<Reply> {
  const { actor, key, command, typed } = speech;
  const said = (): Result<string | null, Refusal> => {
    const words = messageOf(typed, MAX_MESSAGE);
    return words.ok && words.value === null && command.phrase === null
      ? failed({ code: 'nothingSaid' })
      : words;
  };
  return giveInWords(session, {
    actor,
    key,
    words: () => limit.counted(said(), actor, 'talk', session.now()),
    command: (text) => ({ ...command, text }),
  });
}
