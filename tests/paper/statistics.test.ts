import { expect, it } from 'vitest';
import { judge } from './judge.ts';
import type { Proposition, Reading, Trial } from './proposition.ts';
import {
  estimateGroups,
  estimateMean,
  estimateShare,
  estimateShareDifference,
  studentPoint,
} from './statistics.ts';

it('knows Student’s points from the tables', () => {
  expect(studentPoint(3)).toBeCloseTo(3.182, 1);
  expect(studentPoint(9)).toBeCloseTo(2.262, 3);
  expect(studentPoint(1000)).toBeCloseTo(1.962, 3);
});

it('brackets a mean by Student', () => {
  const { mean, from, to } = estimateMean([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(mean).toBe(5.5);
  expect(from).toBeCloseTo(3.334, 3);
  expect(to).toBeCloseTo(7.666, 3);
});

it('does not believe that a share is one because four games agree', () => {
  const { mean, from } = estimateShare([1, 1, 1, 1]);
  expect(mean).toBe(1);
  expect(from).toBeLessThan(0.6);
  expect(estimateShareDifference([1, 1]).from).toBeLessThan(0.3);
});

it('compares two groups by Welch', () => {
  const { mean, from, to } = estimateGroups([1, 2, 3, 4], [3, 5, 7, 9, 11]);
  expect(mean).toBeCloseTo(4.5, 10);
  expect(from).toBeCloseTo(0.623, 1);
  expect(to).toBeCloseTo(8.377, 1);
});

const rising: Trial = {
  id: 'T',
  what: { en: 't', zh: 't' },
  expects: { difference: 'rises' },
  scale: 'number',
  kind: 'direct',
  byConstruction: 'yes',
  measure: () => ({ low: 0, high: 0 }),
};

function verdictFor(trial: Trial, readings: readonly Reading[]): string | undefined {
  const proposition: Proposition = {
    number: 1,
    phrase: '',
    section: '1',
    statement: { en: '', zh: '' },
    trials: [trial],
    seeds: { 12: 1, 40: 1 },
  };
  return judge(
    proposition,
    readings.map((reading) => [reading]),
  )[0]?.verdict;
}

it('decides by the interval, never by the mean', () => {
  const pairs = (...highs: readonly number[]) => highs.map((high) => ({ low: 0, high }));
  expect(verdictFor(rising, pairs(1, 1.1, 0.9, 1))).toBe('held');
  expect(verdictFor(rising, pairs(-1, -1.1, -0.9, -1))).toBe('notHeld');
  expect(verdictFor(rising, pairs(3, -1, 2, -2))).toBe('undecided');
  expect(verdictFor(rising, pairs(0, 0, 0, 0))).toBe('undecided');
  expect(verdictFor(rising, pairs(1))).toBe('undecided');
  expect(verdictFor(rising, pairs(0.0001, 0.0001, 0.0001))).toBe('undecided');
  const steady: Trial = { ...rising, expects: { difference: 'stays', within: 0.1 } };
  expect(verdictFor(steady, pairs(0.01, -0.01, 0.02, 0))).toBe('held');
  expect(verdictFor(steady, pairs(1, 1.01, 0.99, 1))).toBe('notHeld');
});
