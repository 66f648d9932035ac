import { expect, test } from 'vitest';
import { ownNameAt } from '../../client/charts/quadrantGeometry.ts';

test.each([
  { where: 'far above the usual score, beside its dot', y: 62, at: 68 },
  { where: 'a little above it, over the words at the middle', y: 150, at: 137 },
  { where: 'on the middle line, over the words', y: 165, at: 137 },
  { where: 'a little below it, under the words', y: 180, at: 207 },
  { where: 'far below it, beside its dot', y: 260, at: 266 },
])('the name of the own state stands $where', ({ y, at }) => {
  expect(ownNameAt(y, 165)).toBe(at);
});
