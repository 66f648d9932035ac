import type { Actor } from '#shared/session/actors.ts';
import type { CommandOf } from '#shared/session/commands.ts';
import { MAX_MESSAGE } from '#shared/session/talk.ts';
import { cleanMessage } from '../http/cleanText.ts';
import type { LiveSession } from '../session.ts';
import { StoreError } from '../store/sessionStore.ts';
import { type Reply, replyOf } from './reply.ts';
import type { TalkLimit } from './talk.ts';

/** A charter that somebody proposes, with its words as they were typed: the name in the first line, then the text. */
export interface Drafting {
  readonly actor: Actor;
  readonly key: string;
  readonly command: CommandOf<'charterBloc'>;
  readonly typed: string | null;
}

/** Proposes a charter: keeps its words beside the log and gives the command that names them. A repeat gets the first answer. */
export async function charterInWords(
  session: LiveSession,
  limit: TalkLimit,
  { actor, key, command, typed }: Drafting,
): Promise<Reply> {
  const earlier = session.answerTo(actor, key);
  if (earlier !== null) return replyOf(await earlier);
  const words = typed === null ? null : cleanMessage(typed);
  if (words !== null && Array.from(words).length > MAX_MESSAGE)
    return { ok: false, refusal: { code: 'textTooLong' } };
  if (actor.kind === 'delegate' && !limit.mayTalk(`charter ${actor.delegate}`, session.now()))
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
