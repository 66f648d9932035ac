import { failed, ok, type Result } from '../lib/result.ts';
import type { Actor } from '../session/vocabulary/actors.ts';
import type { Command, CommandOf, CommandType, TypedCommand } from '../session/vocabulary/commands.ts';
import { MAX_BOOKMARK_NOTE } from '../session/vocabulary/bookmarks.ts';
import { MAX_PULSE, MAX_REFLECTION, type NoteKind, noteOf } from '../session/vocabulary/debrief.ts';
import { MAX_EVENT_TITLE, MAX_EVENT_WORDS } from '../session/vocabulary/injects.ts';
import type { Refusal } from '../session/vocabulary/refusals.ts';
import type { SessionState } from '../session/vocabulary/state.ts';
import { surveyAnswersOf, surveyText } from '../session/vocabulary/survey.ts';
import { MAX_MESSAGE } from '../session/vocabulary/talk.ts';
import type { TextRef } from '../session/vocabulary/textRef.ts';
import { MAX_HELP_LINE } from '../session/topics/hands.ts';
import { cleanLine, cleanMessage } from '../lib/cleanText.ts';
import type { RunningSession } from './runningSession.ts';
import type { Reply } from './reply.ts';
import type { Occasion, TalkLimit } from './talkLimit.ts';
import { codeToKeep, isKeptAside, keptAside } from './keptTalk.ts';
import { giveInWords, messageOf } from './inWords.ts';

type Words = Result<string | null, Refusal>;

/** Who gives a command, and in which session. */
interface Giver {
  readonly actor: Actor;
  readonly session: Pick<RunningSession, 'state' | 'texts'>;
}

/** How a command gets its words: from the typed text to the stored text, and to the command that names it. */
interface Wording<Type extends CommandType> {
  readonly words: (typed: string | null, command: CommandOf<Type>, from: Giver) => Words;
  readonly named: (command: CommandOf<Type>, text: TextRef | null, typed: string | null) => CommandOf<Type>;
  /** The kind of words that the limit counts; absent: no limit. */
  readonly counted?: Occasion;
  /** A note of one person; it replaces the earlier one of that kind. */
  readonly note?: (state: SessionState) => NoteKind;
  /** Ids of stored words that are erased together with the command. */
  readonly replaces?: (state: SessionState, command: CommandOf<Type>) => readonly string[];
}

type WordedType =
  | 'say'
  | 'raiseHand'
  | 'answerHand'
  | 'charterBloc'
  | 'injectEvent'
  | 'givePulse'
  | 'answerSurvey'
  | 'writeReflection'
  | 'setBookmark'
  | 'noteBookmark'
  | 'removeBookmark';

function withText<Worded extends { readonly text: TextRef | null }>(
  command: Worded,
  text: TextRef | null,
): Worded {
  return { ...command, text };
}

const wordings: { readonly [Type in WordedType]: Wording<Type> } = {
  say: {
    counted: 'talk',
    words: spokenWords,
    named: (command, text, typed) =>
      isKeptAside(command) && !hasWords(typed) ? keptAside(command, text) : withText(command, text),
  },
  // The line belongs to a raised hand.
  raiseHand: {
    counted: 'hand',
    words: (typed, { raised }) => messageOf(raised ? typed : null, MAX_HELP_LINE),
    named: withText,
  },
  // Without words the host came over in person.
  answerHand: {
    words: (typed) => messageOf(typed, MAX_HELP_LINE),
    named: (command, text) => (text === null ? command : { ...command, text }),
  },
  charterBloc: { counted: 'charter', words: (typed) => messageOf(typed, MAX_MESSAGE), named: withText },
  injectEvent: {
    words: (typed, { what }) => (what.from === 'host' ? eventWords(typed) : ok(null)),
    named: (command, text) =>
      command.what.from === 'host' ? { ...command, what: { ...command.what, text } } : command,
  },
  givePulse: { counted: 'debrief', words: pulseWords, named: withText, note: () => 'pulses' },
  // Answers lie beside the log too: the downloaded log contains nobody's answers.
  answerSurvey: {
    counted: 'debrief',
    words: (typed) => {
      const answers = surveyAnswersOf((typed ?? '').trim());
      return answers === null ? failed({ code: 'answersMissing' }) : ok(surveyText(answers));
    },
    named: withText,
    note: ({ phase }) => (phase.name === 'ended' ? 'after' : 'before'),
  },
  writeReflection: { counted: 'debrief', words: reflectionWords, named: withText, note: () => 'reflections' },
  setBookmark: { words: bookmarkWords, named: withText },
  noteBookmark: { words: bookmarkWords, named: withText, replaces: earlierBookmarkNote },
  // It brings no words, and takes those of the bookmark away.
  removeBookmark: { words: () => ok(null), named: (command) => command, replaces: earlierBookmarkNote },
};

/** The stored text of something said: free words, and in private channels the code of a phrase or a move. */
function spokenWords(typed: string | null, command: CommandOf<'say'>, { actor, session }: Giver): Words {
  const { phrase, move, coded } = command;
  const words = messageOf(typed, MAX_MESSAGE);
  if (coded !== undefined) return failed({ code: 'nothingSaid' });
  if (!words.ok) return words;
  if (words.value !== null) return move === undefined ? words : failed({ code: 'moveUnaddressed' });
  if (phrase === null && move === undefined) return failed({ code: 'nothingSaid' });
  return isKeptAside(command) ? codeToKeep(session, actor, command) : words;
}

function hasWords(typed: string | null): boolean {
  return typed !== null && cleanMessage(typed) !== null;
}

/** A title, a line break, the text. */
function eventWords(typed: string | null): Words {
  const words = messageOf(typed, MAX_EVENT_WORDS);
  if (!words.ok) return words;
  if (words.value === null) return failed({ code: 'nothingSaid' });
  const [title = ''] = words.value.split('\n');
  return Array.from(title).length > MAX_EVENT_TITLE ? failed({ code: 'textTooLong' }) : words;
}

function pulseWords(typed: string | null): Words {
  const words = cleanLine(typed ?? '');
  if (words === '') return failed({ code: 'nothingSaid' });
  const isOneWord = !words.includes(' ') && Array.from(words).length <= MAX_PULSE;
  return isOneWord ? ok(words) : failed({ code: 'oneWordOnly' });
}

function reflectionWords(typed: string | null): Words {
  const words = cleanMessage(typed ?? '') ?? '';
  if (words === '') return failed({ code: 'nothingSaid' });
  return Array.from(words).length > MAX_REFLECTION ? failed({ code: 'reflectionTooLong' }) : ok(words);
}

function bookmarkWords(typed: string | null): Words {
  const words = cleanLine(typed ?? '');
  if (Array.from(words).length > MAX_BOOKMARK_NOTE) return failed({ code: 'textTooLong' });
  return ok(words === '' ? null : words);
}

function earlierBookmarkNote(
  { bookmarks }: SessionState,
  { number }: CommandOf<'noteBookmark' | 'removeBookmark'>,
): readonly string[] {
  return bookmarks.flatMap((one) => (one.number === number && one.text !== null ? [one.text.id] : []));
}

/** Whether a command has words that are stored beside the log. */
export function isWorded(command: Command): command is CommandOf<WordedType> {
  return Object.hasOwn(wordings, command.type);
}

/** A command that somebody gives, with the typed words. */
export interface TypedWords<Type extends WordedType> {
  readonly actor: Actor;
  readonly key: string;
  readonly command: TypedCommand<Type>;
  readonly typed: string | null;
}

/** Stores the words beside the log and gives the command that names them. A repeat gets the first answer. */
export async function giveTyped<Type extends WordedType>(
  session: RunningSession,
  limit: TalkLimit,
  { actor, key, command, typed }: TypedWords<Type>,
): Promise<Reply> {
  const wording: Wording<Type> = wordings[command.type];
  const { counted, note, replaces } = wording;
  if (note !== undefined && actor.kind !== 'delegate')
    return { ok: false, refusal: { code: 'notYourCommand' } };
  return giveInWords(session, {
    actor,
    key,
    words: () => {
      const words = wording.words(typed, command, { actor, session });
      return counted === undefined ? words : limit.counted(words, actor, counted, session.now());
    },
    command: (text) => wording.named(command, text, typed),
    ...(note === undefined ? {} : { replaces: (state) => earlierNote(state, note(state), actor) }),
    ...(replaces === undefined ? {} : { replaces: (state) => replaces(state, command) }),
  });
}

function earlierNote({ debrief }: SessionState, kind: NoteKind, actor: Actor): readonly string[] {
  const earlier = actor.kind === 'delegate' ? noteOf(debrief, kind, actor.delegate) : null;
  return earlier === null ? [] : [earlier.text.id];
}
