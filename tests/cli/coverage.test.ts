import { expect, test } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { withinBands } from '../../server/commands/coverage.ts';

test('what comes in a session lies in most bands that a fan after round 2 would have drawn', async () => {
  const asked = { scenario: 'archipelago', round: 2, runs: 60 };
  const ends = { own: 0, fitted: 0 };
  for (let seed = 1; seed <= 12; seed += 1) {
    const { own, fitted } = await withinBands(seed, asked);
    // Rounds 3 to 5 of five.
    expect([own.length, fitted.length]).toEqual([3, 3]);
    ends.own += Number(at(own, 2));
    ends.fitted += Number(at(fitted, 2));
  }
  // If each of twelve lies within with 90 %, fewer than eight do in one of two hundred studies.
  expect(Math.min(ends.own, ends.fitted)).toBeGreaterThanOrEqual(8);
}, 120_000);
