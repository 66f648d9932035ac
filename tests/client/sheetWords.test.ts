import { expect, test } from 'vitest';
import { sheets as en } from '../../client/text/en/sheets.ts';
import { sheets as zh } from '../../client/text/zh/sheets.ts';

test('a sheet names no rounds in which nothing was kept or broken', () => {
  expect(en.kept(1, 0)).toBe('The state kept its agreements in 1 round and broke none.');
  expect(en.kept(2, 1)).toBe('The state kept its agreements in 2 rounds and broke them in 1 round.');
  expect(en.kept(0, 3)).toBe('The state broke its agreements in 3 rounds.');
  expect([zh.kept(1, 0), zh.kept(2, 1), zh.kept(0, 3)]).toEqual([
    '该国有 1 轮守约，没有违约。',
    '该国有 2 轮守约，1 轮违约。',
    '该国有 3 轮违约。',
  ]);
});
