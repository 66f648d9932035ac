import { failed, ok } from '../../lib/result.ts';
import type { Actor } from '../vocabulary/actors.ts';
import type { CommandOf } from '../vocabulary/commands.ts';
import type { Decision } from '../vocabulary/decision.ts';
import { questionsOf, rightAnswers } from '../vocabulary/quiz.ts';
import type { SessionState } from '../vocabulary/state.ts';
import { seatOfDelegate } from './table.ts';

/** A delegate answers a question of the rules check: each question once, before the first decisions. */
export function answerQuiz(
  state: SessionState,
  { question, answer }: CommandOf<'answerQuiz'>,
  actor: Actor,
): Decision {
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
