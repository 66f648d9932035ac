import type { Actor } from '#shared/session/vocabulary/actors.ts';
import type { CommandOf } from '#shared/session/vocabulary/commands.ts';
import { MAX_HELP_LINE } from '#shared/session/topics/hands.ts';
import type { LiveSession } from '../live/session.ts';
import type { Reply } from './reply.ts';
import type { TalkLimit } from './talk.ts';
import { giveInWords, messageOf } from './words.ts';

/** Somebody asks the host for help, with the line as it was typed. */
export interface CallForHelp {
  readonly actor: Actor;
  readonly key: string;
  readonly command: CommandOf<'raiseHand'>;
  readonly typed: string | null;
}

/** Raises or lowers a hand; the line of text belongs to a raised one. */
export async function callForHelp(
  session: LiveSession,
  limit: TalkLimit,
  { actor, key, command, typed }: CallForHelp,
): Promise<Reply> {
  const line = command.raised ? typed : null;
  return giveInWords(session, {
    actor,
    key,
    words: () => limit.counted(messageOf(line, MAX_HELP_LINE), actor, 'hand', session.now()),
    command: (text) => ({ ...command, text }),
  });
}

/** The host has helped, with the answer as it was typed; without words the host came over. */
export async function answerInWords(
  session: LiveSession,
  answer: Omit<CallForHelp, 'command'> & { readonly command: CommandOf<'answerHand'> },
): Promise<Reply> {
  const { actor, key, command, typed } = answer;
  return giveInWords(session, {
    actor,
    key,
    words: () => messageOf(typed, MAX_HELP_LINE),
    command: (text) => (text === null ? command : { ...command, text }),
  });
}
