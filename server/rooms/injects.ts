import { failed, type Result } from '#shared/lib/result.ts';
import type { Actor } from '#shared/session/vocabulary/actors.ts';
import type { CommandOf } from '#shared/session/vocabulary/commands.ts';
import { MAX_EVENT_TITLE, MAX_EVENT_WORDS } from '#shared/session/vocabulary/injects.ts';
import type { Refusal } from '#shared/session/vocabulary/refusals.ts';
import type { LiveSession } from '../live/session.ts';
import type { Reply } from './reply.ts';
import { giveInWords, messageOf } from './words.ts';

type Command = CommandOf<'injectEvent'>;

/** An event that the host writes, with the words as they were typed: the title, a line break, the text. */
export interface WrittenInject {
  readonly actor: Actor;
  readonly key: string;
  readonly command: Command;
  readonly what: Extract<Command['what'], { from: 'host' }>;
  readonly typed: string | null;
}

/** Brings in an event in the host's own words. */
export async function bringIn(session: LiveSession, inject: WrittenInject): Promise<Reply> {
  const { actor, key, command, what, typed } = inject;
  return giveInWords(session, {
    actor,
    key,
    words: () => eventWords(typed),
    command: (text) => ({ ...command, what: { ...what, text } }),
  });
}

function eventWords(typed: string | null): Result<string | null, Refusal> {
  const words = messageOf(typed, MAX_EVENT_WORDS);
  if (!words.ok) return words;
  if (words.value === null) return failed({ code: 'nothingSaid' });
  const [title = ''] = words.value.split('\n');
  return Array.from(title).length > MAX_EVENT_TITLE ? failed({ code: 'textTooLong' }) : words;
}
