import { expect, test } from 'vitest';
import { refusedFor, refusedWords, runsOf } from '../../client/screens/event/refused.ts';
import { countedStates } from '../../client/screens/event/tableStates.ts';
import { chooseLanguage, fetchWords } from '../../client/text/language.ts';

await fetchWords('en');
chooseLanguage('en');

test('tables that refuse for one reason stand in one line, in the order of their numbers', () => {
  const late = 'It is too late.';
  const each = [4, 30, 3, 9, 5].map((number) => ({ number, sentence: late }));
  const refused = refusedFor([...each, { number: 7, sentence: 'The session is paused.' }]);
  expect(refused).toEqual([
    { numbers: [3, 4, 5, 9, 30], sentence: late },
    { numbers: [7], sentence: 'The session is paused.' },
  ]);
  expect(refused.map(refusedWords)).toEqual([
    'Tables 3–5, 9 and 30: It is too late.',
    'Table 7: The session is paused.',
  ]);
});

test('two in a row are two numbers, three are from one to the other', () => {
  expect(runsOf([1, 2, 4, 5, 6, 9])).toEqual(['1', '2', '4–6', '9']);
  expect(runsOf([])).toEqual([]);
});

test('the head of the wall counts the tables in the words of their dials, from bad to good', () => {
  const tables = [
    { stage: 'governance', trail: [0, 300] },
    { stage: 'selection', trail: [0, 300] },
    { stage: 'predicament', trail: [0, -200] },
    { stage: 'governance', trail: [0, 250] },
  ] as const;
  expect(countedStates(tables)).toEqual([
    'In the systemic predicament: 1',
    'Good governance within reach: 1',
    'Good governance is reached: 2',
  ]);
});
