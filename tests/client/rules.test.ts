import { describe, expect, test } from 'vitest';
import { REFERENCE_PARAMETERS } from '#shared/model/parameters.ts';
import { quiz as quizEn } from '../../client/text/en/quiz.ts';
import { quiz as quizZh } from '../../client/text/zh/quiz.ts';
import { rules as en } from '../../client/text/en/rules.ts';
import { type RuleNumbers, ruleNumbers } from '../../client/text/ruleNumbers.ts';
import { rules as zh } from '../../client/text/zh/rules.ts';

const numbers = ruleNumbers(REFERENCE_PARAMETERS);

describe('the page of rules', () => {
  test('says no number of its own: all come from the parameters', () => {
    const nameless = Object.fromEntries(Object.keys(numbers).map((name) => [name, 'n'])) as RuleNumbers;
    for (const { chapters } of [en, zh]) {
      expect(sentences(chapters, numbers).join(' ')).toMatch(/\d/);
      for (const sentence of sentences(chapters, nameless)) expect(sentence).not.toMatch(/\d/);
    }
  });

  test('uses every number in both languages', () => {
    for (const name of Object.keys(numbers)) {
      const marked = { ...numbers, [name]: '§' };
      for (const { chapters } of [en, zh]) expect(sentences(chapters, marked).join(' '), name).toContain('§');
    }
  });

  test('follows the engine when a parameter changes', () => {
    const changed = ruleNumbers({ ...REFERENCE_PARAMETERS, pStar: 0.445, spIn: -0.2 });
    expect([changed.threshold, changed.predicamentIn]).toEqual(['44.5', '−20']);
    expect(sentences(en.chapters, changed).join(' ')).toContain('From 44.5% on');
  });

  test('has the same chapters with as many sentences in both languages', () => {
    const shape = (chapters: typeof en.chapters) =>
      Object.entries(chapters).map(([id, chapter]) => [
        id,
        chapter(numbers).text.length,
        chapter(numbers).points.length,
      ]);
    expect(shape(zh.chapters)).toEqual(shape(en.chapters));
  });
});

function sentences(chapters: typeof en.chapters, n: RuleNumbers): readonly string[] {
  return Object.values(chapters).flatMap((chapter) => {
    const { title, text, points } = chapter(n);
    return [title, ...text, ...points];
  });
}

describe('the rules check', () => {
  test('explains every question in one sentence whose numbers are the engine’s', () => {
    const nameless = Object.fromEntries(Object.keys(numbers).map((name) => [name, 'n'])) as RuleNumbers;
    for (const [words, end] of [
      [quizEn, '.'],
      [quizZh, '。'],
    ] as const) {
      for (const { ask, answers, because } of Object.values(words.questions)) {
        const text = because(nameless);
        expect([ask, ...Object.values(answers), text].join(' ')).not.toMatch(/\d/);
        expect(text.split(end).filter((part) => part !== '')).toHaveLength(1);
      }
    }
    expect(quizEn.questions.threshold.because(numbers)).toContain('From 30%');
  });
});
