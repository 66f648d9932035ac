import { namedText } from '#shared/log/namedText.ts';
import type { Command } from '#shared/session/vocabulary/commands.ts';
import { answer } from '#shared/session/answer.ts';
import { type Answer, type Ask, questionSchema } from '#shared/session/views/questions.ts';
import { commandMessage } from '#shared/wire/api.ts';
import type { LiveSession } from '../live/session.ts';
import { attendanceOf } from './attendance.ts';
import { CommandLimit } from './commandLimit.ts';
import type { Reply } from '#shared/run/reply.ts';
import type { TalkLimit } from '#shared/run/talkLimit.ts';
import { giveCommand } from '#shared/run/giveCommand.ts';
import { type Identity, actorFor, viewerOf } from '#shared/run/identity.ts';

/** Checks a message that claims to be a command and passes it on under the socket's identity. */
export async function commandFrom(
  session: LiveSession,
  identity: Identity,
  message: unknown,
  limit: TalkLimit,
  commands: CommandLimit = new CommandLimit(),
): Promise<Reply> {
  const parsed = hasBytes(message) ? null : commandMessage.safeParse(message);
  if (parsed?.success !== true) return { ok: false, undelivered: 'malformed' };
  const { key, command, text } = parsed.data;
  // Clients send typed words; only the room may refer to stored words.
  if (namedText(command) !== null) return { ok: false, undelivered: 'malformed' };
  const actor = actorFor(identity, command, session.state);
  if (actor === null) return { ok: false, refusal: { code: 'notYourCommand' } };
  if (!commands.take(identity, session.now())) return { ok: false, undelivered: 'tooMany' };
  return giveCommand(session, limit, { actor, key, command: filledIn(session, command), typed: text });
}

/** A command with what only the server knows: who is away. */
function filledIn(session: LiveSession, command: Command): Command {
  if (command.type !== 'clearAbsent') return command;
  return { ...command, delegates: attendanceOf(session).away() };
}

/** Whether a message contains raw bytes anywhere: no command or question has any, and a schema that freezes lists breaks on them. */
function hasBytes(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  return ArrayBuffer.isView(part) || part instanceof ArrayBuffer || Object.values(part).some(hasBytes);
}

/** Answers a question with the view of the socket's identity; null for a message that is no question. */
export function answerTo(session: LiveSession, identity: Identity, message: unknown): Answer<Ask> | null {
  const question = hasBytes(message) ? null : questionSchema.safeParse(message);
  if (question?.success !== true) return null;
  return answer(session.state, viewerOf(identity, session.state), question.data, session.texts.textOf);
}
