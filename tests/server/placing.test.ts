import { describe, expect, test } from 'vitest';
import { type PlacingRules, type TableFill, tableFor } from '../../server/live/placing.ts';

const filling: PlacingRules = { placing: 'fill', size: 3, tables: null, seed: 1 };
const byChance: PlacingRules = { placing: 'chance', size: 3, tables: 4, seed: 7 };

/** Tables in the lobby with so many people each. */
function lobby(...people: readonly number[]): readonly TableFill[] {
  return people.map((count, index) => ({ number: index + 1, people: count, isOpen: true, hasBegun: false }));
}

const begun = (fills: readonly TableFill[]): readonly TableFill[] =>
  fills.map((fill) => ({ ...fill, hasBegun: true }));

/** Lets people come one after another; the people at each table afterwards. */
function arrive(rules: PlacingRules, tables: number, people: number): readonly number[] {
  const counts = Array.from({ length: tables }, () => 0);
  for (let come = 0; come < people; come += 1) {
    const number = tableFor(rules, lobby(...counts), null);
    if (typeof number !== 'number') throw new Error('no table');
    counts[number - 1] = (counts[number - 1] ?? 0) + 1;
  }
  return counts;
}

describe('in the order they come', () => {
  test('a table is filled to its size, then the next, then another is laid', () => {
    expect(tableFor(filling, lobby(0), null)).toBe(1);
    expect(tableFor(filling, lobby(3, 2), null)).toBe(2);
    expect(tableFor(filling, lobby(3, 3), null)).toBe('new');
  });

  test('with a fixed number of tables, those that come beyond it go to the thinnest', () => {
    expect(tableFor({ ...filling, tables: 3 }, lobby(4, 3, 3), null)).toBe(2);
  });

  test('a table that has begun is filled no more while another is in the lobby', () => {
    const [one, two] = lobby(2, 1);
    if (one === undefined || two === undefined) throw new Error('two tables');
    expect(tableFor(filling, [{ ...one, hasBegun: true }, two], null)).toBe(2);
    expect(
      tableFor(
        filling,
        [
          { ...one, hasBegun: true },
          { ...two, people: 3 },
        ],
        null,
      ),
    ).toBe('new');
  });

  test('who comes after all have begun goes to the thinnest; nobody to one that is closed', () => {
    expect(tableFor(filling, begun(lobby(5, 3, 4)), null)).toBe(2);
    const closed = begun(lobby(5, 3, 4)).map((fill) => ({ ...fill, isOpen: fill.number !== 2 }));
    expect(tableFor(filling, closed, null)).toBe(3);
    expect(
      tableFor(
        filling,
        closed.map((fill) => ({ ...fill, isOpen: false })),
        null,
      ),
    ).toBeNull();
  });
});

describe('by chance', () => {
  test('tables fill evenly, and the same seed places the same way', () => {
    expect(arrive(byChance, 4, 14).toSorted((a, b) => a - b)).toEqual([3, 3, 4, 4]);
    expect(arrive(byChance, 4, 14)).toEqual(arrive(byChance, 4, 14));
  });

  test('another seed places otherwise, and no table is preferred', () => {
    const firsts = Array.from({ length: 400 }, (_, seed) =>
      tableFor({ ...byChance, seed }, lobby(0, 0, 0, 0), null),
    );
    for (const number of [1, 2, 3, 4]) {
      const share = firsts.filter((first) => first === number).length / 400;
      expect(share).toBeGreaterThan(0.17);
      expect(share).toBeLessThan(0.33);
    }
  });
});

test('a list leads to its table while that one takes people, else to the thinnest', () => {
  const listed: PlacingRules = { placing: 'list', size: 3, tables: 3, seed: 1 };
  expect(tableFor(listed, lobby(9, 0, 1), 1)).toBe(1);
  expect(tableFor(listed, lobby(9, 2, 1), null)).toBe(3);
  const full = lobby(9, 2, 1).map((fill) => ({ ...fill, isOpen: fill.number !== 1 }));
  expect(tableFor(listed, full, 1)).toBe(3);
});
