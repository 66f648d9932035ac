import { at } from '../../lib/at.ts';

/** The possible answers to a question of the rules check; their words are in `client/text`. */
export const quizAnswers = ['a', 'b', 'c'] as const;
/** An answer to a question of the rules check. */
export type QuizAnswer = (typeof quizAnswers)[number];

/** All questions of the rules check. */
export const quizQuestions = [
  'unsealed',
  'threshold',
  'unanswered',
  'restriction',
  'secrecy',
  'ending',
] as const;
/** A question of the rules check. */
export type QuizQuestion = (typeof quizQuestions)[number];

/** The right answer to each question. */
export const rightAnswers: Readonly<Record<QuizQuestion, QuizAnswer>> = {
  unsealed: 'a',
  threshold: 'b',
  unanswered: 'c',
  restriction: 'b',
  secrecy: 'a',
  ending: 'c',
};

/** How many questions a session asks. */
const ASKED = 3;

/** One answer of one delegate. */
export interface Quizzed {
  readonly delegate: string;
  readonly question: QuizQuestion;
  readonly answer: QuizAnswer;
  readonly right: boolean;
}

/** The three questions of a session: neighbours in the list, from a place that the seed decides. */
export function questionsOf(seed: number): readonly QuizQuestion[] {
  return Array.from({ length: ASKED }, (_, index) =>
    at(quizQuestions, (seed + index) % quizQuestions.length),
  );
}
