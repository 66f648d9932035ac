import { quizAnswers, quizQuestions } from '../../session/vocabulary/quiz.ts';
import { SURVEY_ITEMS, SURVEY_POINTS } from '../../session/vocabulary/survey.ts';
import { wordOf, person, seat, session, declareTable, text, to, whole, yes } from '../fields.ts';

/** Answers to the rules check. */
export const quiz = declareTable({
  name: 'quiz',
  title: { en: 'Rules check', zh: '规则小测' },
  row: {
    en: 'One answer of a person to a question of the rules check.',
    zh: '一位参与者对一道规则题的回答。',
  },
  fields: {
    session,
    person,
    question: wordOf(quizQuestions, 'The question.', '题目。'),
    answer: wordOf(quizAnswers, 'The answer.', '回答。'),
    right: yes('Whether it is right.', '是否正确。'),
  },
  key: ['session', 'person', 'question'],
  references: [to.person],
});

/** Answers before and after play. */
export const survey = declareTable({
  name: 'survey',
  title: { en: 'Survey', zh: '问卷' },
  row: {
    en: 'One answer of a person before or after play; erased answers are not there.',
    zh: '一位参与者在对局前或对局后的一项回答；已抹除的没有。',
  },
  fields: {
    session,
    person,
    when: wordOf(['before', 'after'], 'Before or after play.', '对局前或对局后。'),
    item: whole('The sentence, by its place.', '语句序号。', { least: 1, most: SURVEY_ITEMS }),
    answer: whole('From strongly disagree (1) to strongly agree (5).', '从非常不同意（1）到非常同意（5）。', {
      least: 1,
      most: SURVEY_POINTS,
    }),
    seat,
  },
  key: ['session', 'person', 'when', 'item'],
  references: [to.person, to.seat],
});

/** Words of how people leave. */
export const pulses = declareTable({
  name: 'pulses',
  title: { en: 'Words of leaving', zh: '离场一词' },
  row: { en: 'The word with which a person left the role.', zh: '一位参与者离开角色时写下的词。' },
  fields: { session, person, seat, word: text('The word.', '所写的词。') },
  key: ['session', 'person'],
  references: [to.person, to.seat],
});

/** What people wrote and shared with the host. */
export const reflections = declareTable({
  name: 'reflections',
  title: { en: 'Reflections', zh: '感想' },
  row: {
    en: 'A reflection that its writer shared with the host; all others stay with their writers.',
    zh: '作者愿意与主持人分享的感想；其余的只属于作者本人。',
  },
  fields: { session, person, seat, text: text('The words.', '文字。') },
  key: ['session', 'person'],
  references: [to.person, to.seat],
});
