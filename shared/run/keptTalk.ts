import { failed, ok, type Result } from '../lib/result.ts';
import type { Actor } from '../session/vocabulary/actors.ts';
import { codedTalk } from '../session/vocabulary/codedTalk.ts';
import type { CommandOf } from '../session/vocabulary/commands.ts';
import type { SeatId } from '../model/world.ts';
import type { Refusal } from '../session/vocabulary/refusals.ts';
import type { TextRef } from '../session/vocabulary/textRef.ts';
import { faultOfMove } from '../session/topics/moves.ts';
import { speakerOf } from '../session/topics/table.ts';
import { hearersOf, isPrivate } from '../session/topics/talk.ts';
import { spokenIn } from '../session/vocabulary/codedTalk.ts';
import type { Message } from '../session/vocabulary/talk.ts';
import type { Outcome } from './answers.ts';
import type { RunningSession } from './runningSession.ts';

type Say = CommandOf<'say'>;

/** Whether the phrase or move is stored beside the log instead of in it: in private channels. */
export function isKeptAside({ channel, text, phrase, move }: Say): boolean {
  return text === null && (phrase !== null || move !== undefined) && isPrivate(channel);
}

/** The command that names the stored text in place of the text itself. */
export function keptAside(command: Say, text: TextRef | null): Say {
  const { move: _kept, ...rest } = command;
  return { ...rest, text, phrase: null, coded: true };
}

/**
 * The code of a phrase or a move of a private channel. The move is checked here, because the rules that judge the command read no
 * text; whether the person may speak in that channel is still up to the rules.
 */
export function codeToKeep(
  { state, texts }: Pick<RunningSession, 'state' | 'texts'>,
  actor: Actor,
  { channel, phrase, move }: Say,
): Result<string | null, Refusal> {
  if (move === undefined) return ok(phrase === null ? null : codedTalk(phrase));
  if (phrase !== null) return failed({ code: 'moveUnaddressed' });
  const speaker = speakerOf(state, actor);
  if (!speaker.ok) return speaker;
  const hearers = hearersOf(state, speaker.value, channel);
  if (!hearers.ok) return hearers;
  const said = { seat: speaker.value, channel, hearers: hearers.value, move };
  const fault = faultOfMove(state, said, texts.textOf);
  return fault === null ? ok(codedTalk(move)) : failed({ code: fault });
}

/** Says something for a bot the way a person's room does: in private channels its phrase or move is stored beside the log. */
export async function sayAsBot(
  session: RunningSession,
  actor: Actor,
  key: string,
  command: Say,
  isStillApt: () => boolean,
): Promise<Outcome> {
  if (!isKeptAside(command)) return session.submit(actor, key, command, isStillApt);
  const code = codeToKeep(session, actor, command);
  if (!code.ok) return { ok: false, refusal: code.failure };
  const { text, ref } = session.writtenText(code.value ?? '');
  return session.submit(actor, key, keptAside(command, ref), isStillApt, { text });
}

/** What a seat has heard since the round opened, with the phrases of private channels read back. */
export function heardBy(
  { state, texts }: Pick<RunningSession, 'state' | 'texts'>,
  seat: SeatId,
): readonly Message[] {
  return state.messages
    .slice(state.talk.roundFrom)
    .filter(({ to }) => to === null || to.includes(seat))
    .map((message) => ({ ...message, phrase: spokenIn(message, texts.textOf).phrase }));
}
