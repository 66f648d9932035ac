import type { Note } from '../../session/vocabulary/debrief.ts';
import { surveyAnswersOf } from '../../session/vocabulary/survey.ts';
import type { RowOf } from '../fields.ts';
import type { pulses, quiz, reflections, survey } from '../tables/answers.ts';
import type { SessionTold } from '../told.ts';

/** The rows of the rules check; of several answers to a question the first counts. None beside names. [decision 0094] */
export function quizRows({ session, state, personOf, names }: SessionTold): readonly RowOf<typeof quiz>[] {
  if (names) return [];
  const seen = new Set<string>();
  return state.quiz.flatMap(({ delegate, question, answer, right }) => {
    const person = personOf(delegate);
    const isFirst = !seen.has(`${delegate} ${question}`);
    seen.add(`${delegate} ${question}`);
    return person === null || !isFirst ? [] : [{ session, person, question, answer, right }];
  });
}

/** The rows of the survey, of those answers that are still there. */
export function surveyRows(told: SessionTold): readonly RowOf<typeof survey>[] {
  return (['before', 'after'] as const).flatMap((when) =>
    notesOf(told, told.state.debrief[when]).flatMap(({ text, ...who }) =>
      (surveyAnswersOf(text) ?? []).map((answer, index) => ({ ...who, when, item: index + 1, answer })),
    ),
  );
}

/** The rows of the words of leaving. */
export function pulseRows(told: SessionTold): readonly RowOf<typeof pulses>[] {
  return notesOf(told, told.state.debrief.pulses).map(({ text: word, ...who }) => ({ ...who, word }));
}

/** The rows of the reflections that their writers shared. */
export function reflectionRows(told: SessionTold): readonly RowOf<typeof reflections>[] {
  return notesOf(told, told.state.debrief.reflections);
}

/** The notes whose words the export may hold. */
function notesOf(
  { session, personOf, textOf }: SessionTold,
  notes: readonly Note[],
): readonly RowOf<typeof reflections>[] {
  return notes.flatMap(({ seat, delegate, text }) => {
    const person = personOf(delegate);
    const words = textOf(text.id);
    return person === null || words === null ? [] : [{ session, person, seat, text: words }];
  });
}
