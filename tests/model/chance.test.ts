import { describe, expect, it } from 'vitest';
import { draw, drawEvent, drawWord } from '#shared/model/chance.ts';
import { tableOf } from './tables.ts';

describe('a draw', () => {
  it.each([
    [1, 1, 1, 0, 0, 3288837833],
    [7, 3, 5, 2, 0, 2403136717],
    [123456789, 16, 6, 39, 6, 4180071278],
    [1, 1, 5, 0, 1, 3948985715],
    [1, 1, 5, 1, 0, 628012837],
  ])('with seed %i, round %i, purpose %i, seats %i and %i is word %i', (seed, round, purpose, i, j, word) => {
    expect(drawWord(seed, round, purpose, i, j)).toBe(word);
  });

  it('is the word as a part of one', () => {
    expect(draw(7, 3, 'operation', 2, 0)).toBe(0.5595238686073571);
  });
});

describe('an event', () => {
  const { setting } = tableOf(12);

  it('happens in about three rounds of ten, and each of the eight does', () => {
    const drawn = Array.from({ length: 3000 }, (_, seed) => drawEvent(setting, seed, 1));
    const happened = drawn.filter((event) => event !== null);
    expect(happened.length / drawn.length).toBeCloseTo(0.3, 1);
    expect(new Set(happened.map(({ id }) => id)).size).toBe(8);
  });

  it('never blames an intrusion on its victim', () => {
    for (let seed = 0; seed < 3000; seed++) {
      const event = drawEvent(setting, seed, 2);
      if (event?.id === 'misattributed-intrusion') expect(event.blamed).not.toBe(event.victim);
    }
  });

  it('never happens at a chance of nothing', () => {
    const calm = tableOf(12, { eventProb: 0 }).setting;
    for (let seed = 0; seed < 200; seed++) expect(drawEvent(calm, seed, 1)).toBeNull();
  });
});
