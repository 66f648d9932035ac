import { expect, test } from 'vitest';
import { amongTwo, foundSeats } from '../../server/commands/fits.ts';

test('after six rounds the character of a bot is among the two likeliest in four of five seats', async () => {
  const seats = [...(await foundSeats(1)), ...(await foundSeats(2))];
  expect(seats).toHaveLength(24);
  expect(new Set(seats.map(({ right }) => right)).size, 'all characters sit here').toBe(11);
  expect(amongTwo(seats)).toBeGreaterThanOrEqual(0.8);
}, 60_000);
