import type { Viewer } from '../vocabulary/actors.ts';
import { questionsOf, quizAnswers } from '../vocabulary/quiz.ts';
import type { SessionState } from '../vocabulary/state.ts';
import type { Answer } from './questions.ts';

/** The rules check for a viewer: the own answers, and for the host how many gave each answer. */
export function quizFor(state: SessionState, viewer: Viewer): Answer<'quiz'> {
  if (viewer.kind !== 'delegate' && viewer.kind !== 'host') return { ok: false, refusal: 'notYours' };
  const own = viewer.kind === 'delegate' ? viewer.delegate : null;
  const asked = questionsOf(state.basis.seed).map((question) => {
    const given = state.quiz.filter((one) => one.question === question);
    const mine = given.find(({ delegate }) => delegate === own);
    const count = (answer: (typeof quizAnswers)[number]) =>
      given.filter((one) => one.answer === answer).length;
    return {
      question,
      own: mine === undefined ? null : { answer: mine.answer, right: mine.right },
      counts: own === null ? ([count('a'), count('b'), count('c')] as const) : null,
    };
  });
  return { ok: true, answer: asked };
}
