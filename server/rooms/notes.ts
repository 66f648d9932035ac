import { failed, ok, type Result } from '#shared/lib/result.ts';
import type { Actor } from '#shared/session/vocabulary/actors.ts';
import type { Command, CommandOf } from '#shared/session/vocabulary/commands.ts';
import { MAX_PULSE, MAX_REFLECTION, type NoteKind, noteOf } from '#shared/session/vocabulary/debrief.ts';
import { surveyAnswersOf, surveyText } from '#shared/session/vocabulary/survey.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { Refusal } from '#shared/session/vocabulary/refusals.ts';
import { cleanLine, cleanMessage } from '../lib/cleanText.ts';
import type { LiveSession } from '../live/session.ts';
import type { Reply } from './reply.ts';
import type { TalkLimit } from './talk.ts';
import { giveInWords } from './words.ts';

type NoteCommand = CommandOf<'givePulse' | 'answerSurvey' | 'writeReflection'>;

/** What somebody gives for the debrief, as it was typed. */
export interface TypedNote {
  readonly actor: Actor;
  readonly key: string;
  readonly command: NoteCommand;
  readonly typed: string | null;
}

/** Whether a command carries a note for the debrief. */
export function isNote(command: Command): command is NoteCommand {
  const { type } = command;
  return type === 'givePulse' || type === 'answerSurvey' || type === 'writeReflection';
}

/**
 * Keeps a note beside the log and gives the command that names it; what the same person gave before is erased. Answers to
 * the question lie there too, not in the log: whoever takes the log home reads nobody's. A repeat gets the first answer.
 */
export async function noteDown(session: LiveSession, limit: TalkLimit, note: TypedNote): Promise<Reply> {
  const { actor, key, command, typed } = note;
  if (actor.kind !== 'delegate') return { ok: false, refusal: { code: 'notYourCommand' } };
  return giveInWords(session, {
    actor,
    key,
    words: () => limit.counted(wordsOf(command, typed ?? ''), actor, 'debrief', session.now()),
    command: (text) => ({ ...command, text }),
    replaces: (state) => {
      const earlier = noteOf(state.debrief, kindOf(state, command), actor.delegate);
      return earlier === null ? [] : [earlier.text.id];
    },
  });
}

function kindOf(state: SessionState, { type }: NoteCommand): NoteKind {
  if (type === 'givePulse') return 'pulses';
  if (type === 'writeReflection') return 'reflections';
  return state.phase.name === 'ended' ? 'after' : 'before';
}

function wordsOf({ type }: NoteCommand, typed: string): Result<string, Refusal> {
  if (type === 'answerSurvey') {
    const answers = surveyAnswersOf(typed.trim());
    return answers === null ? failed({ code: 'answersMissing' }) : ok(surveyText(answers));
  }
  const words = type === 'givePulse' ? cleanLine(typed) : (cleanMessage(typed) ?? '');
  if (words === '') return failed({ code: 'nothingSaid' });
  const length = Array.from(words).length;
  if (type === 'givePulse')
    return words.includes(' ') || length > MAX_PULSE ? failed({ code: 'oneWordOnly' }) : ok(words);
  return length > MAX_REFLECTION ? failed({ code: 'reflectionTooLong' }) : ok(words);
}
