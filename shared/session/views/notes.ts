import type { Viewer } from '../vocabulary/actors.ts';
import { answered, refused } from './answered.ts';
import type { Answer } from './questions.ts';
import type { SessionState } from '../vocabulary/state.ts';
import type { TextOf } from '../vocabulary/codedTalk.ts';
import { type NoteKind, noteOf } from '../vocabulary/debrief.ts';
import { surveyAnswersOf } from '../vocabulary/survey.ts';

/** What this person wrote for the debrief; nobody else's notes, not even of the same delegation. */
export function myNotesOf({ debrief }: SessionState, viewer: Viewer, textOf: TextOf): Answer<'myNotes'> {
  const delegate = 'delegate' in viewer ? viewer.delegate : undefined;
  if (delegate === undefined) return refused('notYours');
  const words = (kind: NoteKind): string | null => {
    const note = noteOf(debrief, kind, delegate);
    return note === null ? null : textOf(note.text.id);
  };
  return answered<'myNotes'>({
    word: words('pulses'),
    before: surveyAnswersOf(words('before') ?? ''),
    after: surveyAnswersOf(words('after') ?? ''),
    reflection: words('reflections'),
    bet: debrief.whatIf?.bets.find((bet) => bet.delegate === delegate)?.way ?? null,
    reflectionShared: noteOf(debrief, 'reflections', delegate)?.shared === true,
  });
}

/** The reflections that people let the host read. */
export function reflectionsOf(
  { debrief }: SessionState,
  viewer: Viewer,
  textOf: TextOf,
): Answer<'reflections'> {
  if (viewer.kind !== 'host') return refused('notYours');
  return answered<'reflections'>(
    debrief.reflections
      .filter(({ shared }) => shared === true)
      .map(({ seat, delegate, text }) => ({ seat, delegate, text: textOf(text.id) })),
  );
}
