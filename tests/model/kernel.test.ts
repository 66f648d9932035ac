import { expect, test } from 'vitest';
import { cases, differences } from '../bench/kernelCases.ts';

test('the kernel that the bench compares with still gives the numbers of the engine', () => {
  expect(cases.length).toBeGreaterThan(8);
  expect(differences()).toEqual([]);
});
