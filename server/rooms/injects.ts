import type { Actor } from '#shared/session/actors.ts';
import type { CommandOf } from '#shared/session/commands.ts';
import { MAX_EVENT_TITLE, MAX_EVENT_WORDS } from '#shared/session/injects.ts';
import { cleanMessage } from '../http/cleanText.ts';
import type { LiveSession } from '../session.ts';
import { StoreError } from '../store/sessionStore.ts';
import { type Reply, replyOf } from './reply.ts';

type Command = CommandOf<'injectEvent'>;

/** An event that the host writes, with the words as they were typed: the title, a line break, the text. */
export interface WrittenInject {
  readonly actor: Actor;
  readonly key: string;
  readonly command: Command;
  readonly what: Extract<Command['what'], { from: 'host' }>;
  readonly typed: string | null;
}

/** Brings in a written event: keeps its words beside the log and gives the command that names them. A repeat gets the first answer. */
export async function bringIn(session: LiveSession, inject: WrittenInject): Promise<Reply> {
  const { actor, key, command, what, typed } = inject;
  const earlier = session.answerTo(actor, key);
  if (earlier !== null) return replyOf(await earlier);
  const words = typed === null ? null : cleanMessage(typed);
  if (words === null) return { ok: false, refusal: { code: 'nothingSaid' } };
  const [title = ''] = words.split('\n');
  if (Array.from(title).length > MAX_EVENT_TITLE || Array.from(words).length > MAX_EVENT_WORDS)
    return { ok: false, refusal: { code: 'textTooLong' } };
  try {
    const text = await session.texts.keep(words);
    const outcome = await session.submit(actor, key, { ...command, what: { ...what, text } });
    if (!outcome.ok) await session.texts.erase(text.id);
    return replyOf(outcome);
  } catch (error) {
    if (error instanceof StoreError) return { ok: false, undelivered: 'notStored' };
    throw error;
  }
}
