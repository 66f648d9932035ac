import { failed, ok, type Result } from '../../lib/result.ts';
import type { Actor, Viewer } from '../vocabulary/actors.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { Event, EventOf } from '../vocabulary/events.ts';
import type { Answer } from '../views/questions.ts';
import { questionsOf, quizAnswers, rightAnswers } from '../vocabulary/quiz.ts';
import type { Refusal } from '../vocabulary/refusals.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { seatOfDelegate } from './table.ts';

/** A delegate answers a question of the rules check: once each, before the first decisions. */
export function answerQuiz(
  state: SessionState,
  actor: Actor,
  { question, answer }: CommandOf<'answerQuiz'>,
): Result<readonly Event[], Refusal> {
  if (actor.kind !== 'delegate') return failed({ code: 'notYourCommand' });
  const { delegate } = actor;
  const seat = seatOfDelegate(state, delegate);
  if (seat === null) return failed({ code: 'notAtTable' });
  if ('round' in state.phase && state.phase.round > 1) return failed({ code: 'wrongPhase' });
  if (!questionsOf(state.basis.seed).includes(question)) return failed({ code: 'notAsked' });
  if (state.quiz.some((one) => one.delegate === delegate && one.question === question)) {
    return failed({ code: 'alreadyAnswered' });
  }
  const right = rightAnswers[question] === answer;
  return ok([{ type: 'quizAnswered', seat, delegate, question, answer, right }]);
}

/** Folds an answer. */
export function quizAnswered(state: SessionState, event: EventOf<'quizAnswered'>): SessionState {
  const { delegate, question, answer, right } = event;
  return { ...state, quiz: [...state.quiz, { delegate, question, answer, right }] };
}

/** The rules check as a viewer may read it: one's own answers, and for the host how many gave which. */
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
