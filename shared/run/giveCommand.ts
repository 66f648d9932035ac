import type { Actor } from '../session/vocabulary/actors.ts';
import type { Command } from '../session/vocabulary/commands.ts';
import { coverEmptySeats } from './coverEmptySeats.ts';
import { type Reply, replyOf } from './reply.ts';
import type { RunningSession } from './runningSession.ts';
import type { TalkLimit } from './talkLimit.ts';
import { giveTyped, isWorded } from './wordedCommands.ts';

/** A person's command with the typed words; `key` is made once per intent. */
export interface GivenCommand {
  readonly actor: Actor;
  readonly key: string;
  readonly command: Command;
  readonly typed: string | null;
}

/**
 * Gives a person's command to a session: its words are kept beside the log, and a start covers empty seats where the host wished
 * so.
 */
export async function giveCommand(
  session: RunningSession,
  limit: TalkLimit,
  { actor, key, command, typed }: GivenCommand,
): Promise<Reply> {
  if (isWorded(command)) return giveTyped(session, limit, { actor, key, command, typed });
  if (command.type === 'startSession' && session.state.basis.options.coverEmptySeats) {
    const covered = await coverEmptySeats(session, key);
    if (!covered.ok) return replyOf(covered);
  }
  return replyOf(await session.submit(actor, key, command));
}
