import { describe, expect, it } from 'vitest';
import { castEvent, draw, drawEvent, drawWord } from '#shared/model/chance.ts';
import { pickFrom } from '#shared/model/eventDeck.ts';
import { worldEventIds } from '#shared/model/world.ts';
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

describe('a deck', () => {
  const { setting } = tableOf(12);
  const always = { ...setting, parameters: { ...setting.parameters, eventProb: 1 } };

  it('of eight equal weights gives number floor(8 · draw)', () => {
    for (let seed = 0; seed < 500; seed++) {
      const number = Math.floor(8 * draw(seed, 1, 'which'));
      expect(drawEvent(always, seed, 1)?.id).toBe(worldEventIds[number]);
    }
  });

  it('gives each event the share of its weight, the borders included', () => {
    const deck = [
      { id: 'a', weight: 1, effects: [] },
      { id: 'b', weight: 3, effects: [] },
    ];
    const places = [0, 0.2499, 0.25, 0.9999];
    expect(places.map((place) => pickFrom(deck, place).id)).toEqual(['a', 'a', 'b', 'b']);
  });

  it('of the setting takes the place of the reference deck, and its events carry their effects', () => {
    const effects = [{ kind: 'regime', amount: 10_000 }] as const;
    const own = { ...always, deck: [{ id: 'chapter', weight: 1, effects }] };
    expect(drawEvent(own, 3, 1)).toEqual({ id: 'chapter', effects });
  });

  it('draws who is hit, and who is blamed, only for an event that needs them', () => {
    const hit = castEvent(
      always,
      { id: 'x', weight: 1, effects: [{ kind: 'shockVictim', amount: 1 }] },
      5,
      1,
    );
    expect(hit.victim).toBeDefined();
    expect(hit.blamed).toBeUndefined();
    const intrusion = { id: 'misattributed-intrusion', weight: 1, effects: null };
    const drawn = castEvent(always, intrusion, 5, 1);
    expect(castEvent(always, intrusion, 5, 1, 1)).not.toEqual(drawn);
    expect(drawn.blamed).not.toBe(drawn.victim);
  });
});
