import type { QuizAnswer, QuizQuestion } from '#shared/session/vocabulary/quiz.ts';
import type { RuleNumbers } from '../ruleNumbers.ts';

interface QuestionWords {
  readonly ask: string;
  readonly answers: Readonly<Record<QuizAnswer, string>>;
  /** Why the correct answer is correct, in one sentence. */
  readonly because: (n: RuleNumbers) => string;
}

const questions: Readonly<Record<QuizQuestion, QuestionWords>> = {
  unsealed: {
    ask: 'Time is up and you have sealed nothing. What does your state do?',
    answers: {
      a: 'It holds.',
      b: 'It repeats its last order.',
      c: 'The host decides for it.',
    },
    because: () =>
      'A state that seals nothing holds: it costs nothing, but fear and walls may still creep up.',
  },
  threshold: {
    ask: 'When does the effort for common rules count in full?',
    answers: {
      a: 'When every state commits.',
      b: 'When enough weight commits in the same round.',
      c: 'As soon as one great power commits.',
    },
    because: (n) =>
      `From ${n.threshold}% of the rule-making weight in one round it counts in full; below that only ${n.belowThreshold}% of it does.`,
  },
  unanswered: {
    ask: 'You open a dialogue and the other state does not answer. What happens?',
    answers: {
      a: 'You earn as much as if it had answered.',
      b: 'It loses trust in you.',
      c: 'Its trust in you may rise a little, but you earn nothing.',
    },
    because: (n) =>
      `An opening closes up to ${n.dialogueOpened}% of its distance to full trust, an answer up to ${n.dialogueAnswered}% more, and only an answer pays.`,
  },
  restriction: {
    ask: 'You restrict a state. What follows?',
    answers: {
      a: 'It keeps its trust in you until it answers.',
      b: 'It loses much of its trust in you and may answer in proportion.',
      c: 'Only the two of you will know.',
    },
    because: (n) =>
      `It loses up to ${n.trustStruck}% of its trust in you, and an answer within ${n.grievanceRounds} rounds is judged more mildly; everybody sees it at the reveal.`,
  },
  secrecy: {
    ask: 'Who may see your sealed order before the reveal?',
    answers: {
      a: 'Your own delegation.',
      b: 'The members of your bloc.',
      c: 'The host and the projector.',
    },
    because: () => 'Before the reveal only your own delegation sees it; the others see that you have sealed.',
  },
  ending: {
    ask: 'How is the end read?',
    answers: {
      a: 'The state with the most points wins.',
      b: 'All points are added up.',
      c: 'Each state is set beside its own usual, and the world stands beside it.',
    },
    because: (n) =>
      `Nation compares you with what your seat usually reaches, World is the dial, and neither is added to the other; every state inherits ${n.legacy}% of the dial.`,
  },
};

/** The rules check: three questions before the first decisions, and the host's counts. */
export const quiz = {
  title: 'Three questions on the rules',
  note: 'If you like. Your answers are kept in the record; the host sees counts, not names. Tables of the record hold them without names.',
  progress: (done: number, all: number) => `${done} of ${all} answered`,
  rightOf: (right: number, all: number) => `${right} of ${all} right`,
  right: 'That is how it works.',
  wrong: 'Not quite.',
  answerIs: (answer: string) => `The rules say: ${answer}`,
  yours: 'your answer',
  host: {
    title: 'Rules check',
    note: 'How the table answered so far. The marked line is what the rules say.',
    none: 'Nobody has answered yet.',
    rules: 'what the rules say',
  },
  questions,
};
export type QuizWords = typeof quiz;
