import type { Actor } from '#shared/session/vocabulary/actors.ts';
import type { CommandOf } from '#shared/session/vocabulary/commands.ts';
import { MAX_MESSAGE } from '#shared/session/vocabulary/talk.ts';
import type { LiveSession } from '../live/session.ts';
import type { Reply } from './reply.ts';
import type { TalkLimit } from './talk.ts';
import { giveInWords, messageOf } from './words.ts';

/** A charter that somebody proposes, with its words as they were typed: the name in the first line, then the text. */
export interface Drafting {
  readonly actor: Actor;
  readonly key: string;
  readonly command: CommandOf<'charterBloc'>;
  readonly typed: string | null;
}

/** Proposes a charter in words of one's own. */
export async function charterInWords(
  session: LiveSession,
  limit: TalkLimit,
  { actor, key, command, typed }: Drafting,
): Promise<Reply> {
  return giveInWords(session, {
    actor,
    key,
    words: () => limit.counted(messageOf(typed, MAX_MESSAGE), actor, 'charter', session.now()),
    command: (text) => ({ ...command, text }),
  });
}
