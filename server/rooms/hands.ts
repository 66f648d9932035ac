import type { Actor } from '#shared/session/actors.ts';
import type { CommandOf } from '#shared/session/commands.ts';
import { MAX_HELP_LINE } from '#shared/session/topics/hands.ts';
import { cleanMessage } from '../http/cleanText.ts';
import type { LiveSession } from '../session.ts';
import { StoreError } from '../store/sessionStore.ts';
import { type Reply, replyOf } from './reply.ts';
import type { TalkLimit } from './talk.ts';

/** Somebody asks the host for help, with the line as it was typed. */
export interface CallForHelp {
  readonly actor: Actor;
  readonly key: string;
  readonly command: CommandOf<'raiseHand'>;
  readonly typed: string | null;
}

/** Raises or lowers a hand: keeps its line of text beside the log and gives the command that names it. A repeat gets the first answer. */
export async function callForHelp(
  session: LiveSession,
  limit: TalkLimit,
  { actor, key, command, typed }: CallForHelp,
): Promise<Reply> {
  const earlier = session.answerTo(actor, key);
  if (earlier !== null) return replyOf(await earlier);
  const words = typed === null || !command.raised ? null : cleanMessage(typed);
  if (words !== null && Array.from(words).length > MAX_HELP_LINE)
    return { ok: false, refusal: { code: 'textTooLong' } };
  if (actor.kind === 'delegate' && !limit.mayTalk(`hand ${actor.delegate}`, session.now()))
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
