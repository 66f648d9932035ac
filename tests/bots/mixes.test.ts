import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceFor, mixChanceFor } from '../../shared/bots/chance.ts';
import { assignMix, type Mix, mixes, mixIds, parseMix } from '../../shared/bots/mixes.ts';

const total = (mix: Mix) => mix.reduce((sum, { share }) => sum + share, 0);

describe('mixes', () => {
  it.each(mixIds)('%s adds up to one', (id) => {
    expect(total(mixes[id])).toBeCloseTo(1, 12);
  });
});

describe('assignMix', () => {
  it('gives every disposition its share of the seats, rounded down or up', () => {
    fc.assert(
      fc.property(fc.constantFrom(...mixIds), fc.integer({ min: 3, max: 40 }), fc.nat(), (id, n, seed) => {
        const assigned = assignMix(mixes[id], n, mixChanceFor(seed));
        expect(assigned).toHaveLength(n);
        for (const { disposition, share } of mixes[id]) {
          const count = assigned.filter((one) => one === disposition).length;
          expect(count).toBeGreaterThanOrEqual(Math.floor(n * share - 1e-9));
          expect(count).toBeLessThanOrEqual(Math.ceil(n * share + 1e-9));
        }
      }),
    );
  });

  it('is right on average, at every seat', () => {
    const games = 4000;
    const counts = Array.from({ length: 6 }, () => 0);
    for (let seed = 0; seed < games; seed += 1) {
      for (const [seat, disposition] of assignMix(mixes.CLASS, 6, mixChanceFor(seed)).entries()) {
        if (disposition === 'conditional-cooperator') counts[seat] = (counts[seat] ?? 0) + 1;
      }
    }
    for (const count of counts) expect(count / games).toBeCloseTo(0.4, 1);
  });
});

describe('parseMix', () => {
  it('knows the named mixes, in any case', () => {
    expect(parseMix('CLASS')).toEqual({ ok: true, value: mixes.CLASS });
    expect(parseMix(' human ')).toEqual({ ok: true, value: mixes.HUMAN });
  });

  it('reads shares', () => {
    expect(parseMix('conditional-cooperator=.6, hedger=0.4')).toEqual({
      ok: true,
      value: [
        { disposition: 'conditional-cooperator', share: 0.6 },
        { disposition: 'hedger', share: 0.4 },
      ],
    });
  });

  it.each([
    ['CLAS', 'There is no mix "CLAS". Did you mean "CLASS"?'],
    ['hedge=1', 'There is no disposition "hedge". Did you mean "hedger"?'],
    ['hedger=.5', 'The shares add up to 0.5; they must add up to 1.'],
    ['hedger=.5,hedger=.5', '"hedger" is given twice.'],
    [
      'hedger=half',
      '"hedger=half" is not a share; write a disposition, "=" and a number, such as "hedger=.4".',
    ],
    ['hedger=0,random=1', 'The share of "hedger" must be above 0 and at most 1.'],
  ])('refuses %s', (text, failure) => {
    expect(parseMix(text)).toEqual({ ok: false, failure });
  });

  it('lists all names if none is similar', () => {
    const read = parseMix('everybody');
    expect(read.ok ? '' : read.failure).toContain('Choose from MIX25, HUMAN, CLASS, WILLING.');
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parseMix(text).ok === 'boolean'));
  });
});

function drawn(seed: number, round: number, seat: number) {
  const chance = chanceFor(seed, round, seat);
  return [chance(), chance(), chance()];
}

describe('chanceFor', () => {
  it('gives the same sequence for the same seed, round and seat, and another for any other', () => {
    expect(drawn(7, 2, 3)).toEqual(drawn(7, 2, 3));
    const others = [drawn(8, 2, 3), drawn(7, 3, 3), drawn(7, 2, 4)];
    for (const other of others) expect(other).not.toEqual(drawn(7, 2, 3));
  });

  it('stays in [0, 1) and moves on with each call', () => {
    const [a = -1, b = -1, c = -1] = drawn(1, 1, 0);
    expect(new Set([a, b, c]).size).toBe(3);
    for (const value of [a, b, c]) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThan(1);
    }
  });
});
