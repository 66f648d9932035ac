import { describe, expect, it } from 'vitest';
import { answer } from '#shared/session/answer.ts';
import type { QuizStanding } from '#shared/session/views/questions.ts';
import { questionsOf, quizQuestions, rightAnswers } from '#shared/session/vocabulary/quiz.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { viewFor } from '#shared/session/view.ts';
import { after, decidingTable, delegateOf, eventsOf, fullTable, host, refusalOf } from './table.ts';

const table = fullTable();
const asked = questionsOf(table.basis.seed);
const question = asked[0] ?? 'unsealed';
const wrong = rightAnswers[question] === 'a' ? 'b' : 'a';
const rightly = { type: 'answerQuiz', question, answer: rightAnswers[question] } as const;
const aurelia = delegateOf('aurelia');

function standing(state: SessionState, who: Parameters<typeof answer>[1]): readonly QuizStanding[] {
  const reply = answer(state, who, { ask: 'quiz' });
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.answer;
}

describe('the rules check', () => {
  it('asks three different questions, and in the end each of the bank', () => {
    const sets = quizQuestions.map((_, seed) => questionsOf(seed));
    for (const set of sets) expect(new Set(set).size).toBe(3);
    expect(new Set(sets.flat()).size).toBe(quizQuestions.length);
  });

  it('records with the answer whether it is right', () => {
    const [right] = eventsOf(table, aurelia, rightly);
    const [mistaken] = eventsOf(table, aurelia, { ...rightly, answer: wrong });
    expect(right).toMatchObject({ type: 'quizAnswered', seat: 'aurelia', question, right: true });
    expect(mistaken).toMatchObject({ answer: wrong, right: false });
  });

  it('is answered once by each person', () => {
    const once = after(table, aurelia, rightly);
    expect(refusalOf(once, aurelia, rightly)).toEqual({ code: 'alreadyAnswered' });
    expect(eventsOf(once, delegateOf('meridia'), rightly)).toHaveLength(1);
  });

  it('does not ask what this session has not drawn', () => {
    const other = quizQuestions.find((id) => !asked.includes(id)) ?? 'ending';
    expect(refusalOf(table, aurelia, { ...rightly, question: other })).toEqual({ code: 'notAsked' });
  });

  it('is open before the first decisions and closed afterwards', () => {
    let state = after(table, host, { type: 'startSession' });
    expect(state.phase.name).toBe('briefing');
    expect(eventsOf(state, aurelia, rightly)).toHaveLength(1);
    expect(refusalOf(decidingTable(), aurelia, rightly)).toEqual({ code: 'wrongPhase' });
    while (state.phase.name !== 'briefing' || state.phase.round === 1) {
      state = after(state, host, { type: 'closePhase', because: 'host' });
    }
    expect(refusalOf(state, aurelia, rightly)).toEqual({ code: 'wrongPhase' });
  });

  it('shows a delegate the own answers only, and the host counts without names', () => {
    const state = after(after(table, aurelia, rightly), delegateOf('meridia'), { ...rightly, answer: wrong });
    const own = standing(state, { kind: 'delegate', seat: 'aurelia', delegate: 'person-aurelia' });
    expect(own.map((one) => [one.own, one.counts])).toEqual([
      [{ answer: rightly.answer, right: true }, null],
      [null, null],
      [null, null],
    ]);
    const counted = standing(state, { kind: 'host' });
    expect(counted[0]?.counts?.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(JSON.stringify(counted)).not.toContain('person-');
    expect(answer(state, { kind: 'observer' }, { ask: 'quiz' })).toEqual({ ok: false, refusal: 'notYours' });
  });

  it('changes nothing in what anybody else sees', () => {
    const state = after(table, aurelia, rightly);
    for (const viewer of [
      { kind: 'observer' },
      { kind: 'host' },
      { kind: 'delegate', seat: 'meridia', delegate: 'person-meridia' },
    ] as const) {
      expect(viewFor(state, viewer, () => null)).toEqual(viewFor(table, viewer, () => null));
    }
  });
});
