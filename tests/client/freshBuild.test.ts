import { expect, test } from 'vitest';
import { shouldLoadAgain } from '../../client/net/freshBuild.ts';

test('a page with a missing part reloads itself if the server answers', () => {
  expect(shouldLoadAgain({ nowMs: 1000, lastMs: null, isReachable: true })).toBe(true);
});

test('it does not reload while the server cannot be reached', () => {
  expect(shouldLoadAgain({ nowMs: 1000, lastMs: null, isReachable: false })).toBe(false);
});

test('it does not do so twice within a minute, but may again later', () => {
  expect(shouldLoadAgain({ nowMs: 31_000, lastMs: 1000, isReachable: true })).toBe(false);
  expect(shouldLoadAgain({ nowMs: 62_000, lastMs: 1000, isReachable: true })).toBe(true);
});
