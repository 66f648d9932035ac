import { describe, expect, test } from 'vitest';
import { at } from '#shared/lib/at.ts';
import type { RoundWindow } from '#shared/run/courseWindow.ts';
import { courseBoards, coursePlaces, windowPaths } from '../../client/charts/courseGeometry.ts';
import type { WindowNow } from '../../client/panels/course/useCourseWindow.ts';
import { mostMoved, openFutures, windowSentences } from '../../client/panels/course/windowOf.ts';
import { fetchWords } from '../../client/text/language.ts';

await fetchWords('en');

const counted: readonly RoundWindow[] = [
  { round: 0, well: 60, badly: 10, undecided: 30 },
  { round: 1, well: 55, badly: 12, undecided: 33 },
  { round: 2, well: 20, badly: 70, undecided: 10 },
];
const grown = (rounds: readonly RoundWindow[]): WindowNow => ({
  is: 'window',
  isGrowing: true,
  rounds,
  runs: 200,
  playedBy: [],
});

describe('the window in words', () => {
  test('says how open the future is now, and which round moved it most', () => {
    const futures = openFutures(grown(counted), 2);
    expect(windowSentences(futures)).toEqual([
      'The window after round 2: of 100 continuations, 20 end in good governance, 70 in the predicament, 10 in neither.',
      'Round 2 moved it most: the predicament went from 12 to 70 in 100.',
    ]);
  });

  test('tells of the start once nothing is open any more', () => {
    const futures = openFutures(grown([...counted, { round: 3, well: 0, badly: 200, undecided: 0 }]), 3);
    expect(at(windowSentences(futures), 0)).toContain('at the start: of 100 continuations, 60 end in');
  });

  test('says nothing of rounds that are not shown yet', () => {
    const futures = openFutures(grown(counted), 1);
    expect(futures.map(({ round }) => round)).toEqual([0, 1]);
    expect(mostMoved(futures)).toBeNull();
    expect(windowSentences(futures)).toHaveLength(1);
  });

  test('waits until every round that is shown has enough continuations', () => {
    const few = [...counted.slice(0, 2), { round: 2, well: 1, badly: 0, undecided: 0 }];
    expect(openFutures(grown(few), 2)).toEqual([]);
    expect(openFutures(grown(few), 1)).toHaveLength(2);
  });

  test('has shares that add up to a hundred, however they are rounded', () => {
    const odd = openFutures(grown([{ round: 0, well: 100, badly: 101, undecided: 0 }]), 0);
    expect(odd).toEqual([{ round: 0, well: 50, badly: 50, undecided: 0 }]);
    const half = openFutures(grown([{ round: 0, well: 25, badly: 175, undecided: 0 }]), 0);
    expect(half).toEqual([{ round: 0, well: 13, badly: 87, undecided: 0 }]);
  });
});

describe('the window in the corridor', () => {
  const stage = { rounds: 6, opens: 2, start: 40 };

  test.each(Object.entries(courseBoards))('on the board %s fills as much of it as ends so', (_, board) => {
    const places = coursePlaces(board, 6, [40]);
    const shares = [0, 1, 2, 3].map(() => ({ well: 0.25, badly: 0.75 }));
    const { well, badly } = windowPaths(board, places, stage, shares);
    // Nothing is left open, so both areas meet at every place.
    expect(innerEdge(well)).toEqual(innerEdge(badly));
    const heights = innerEdge(badly).map(([x, y]) => [x, y - edgeAt(well, x)] as const);
    const [first, last] = [at(heights, 0)[1], at(heights, heights.length - 1)[1]];
    // The corridor is narrow where the risks appear, and opens.
    expect(first).toBeLessThan(last / 3);
    for (const [x, height] of heights) {
      const all = edgeAt(badly, x) - edgeAt(well, x);
      expect(height).toBeCloseTo(all / 4);
    }
  });

  test('is empty where nothing ends, and reaches as far as is known', () => {
    const board = courseBoards.wide;
    const places = coursePlaces(board, 6, [40]);
    const { well } = windowPaths(board, places, stage, [
      { well: 0, badly: 0 },
      { well: 0, badly: 0 },
    ]);
    for (const [x, y] of innerEdge(well)) expect(y).toBeCloseTo(edgeAt(well, x));
    expect(Math.max(...innerEdge(well).map(([x]) => x))).toBeCloseTo(places.x(1));
  });
});

type Point = readonly [number, number];

function pointsOf(path: string): readonly Point[] {
  return path
    .slice(1, -1)
    .split('L')
    .map((point) => {
      const [x = 0, y = 0] = point.split(' ').map(Number);
      return [x, y];
    });
}

/** The edge that faces the open middle, from left to right. */
function innerEdge(path: string): readonly Point[] {
  const all = pointsOf(path);
  return all.slice(all.length / 2).toReversed();
}

/** Where the corridor's own edge lies. */
function edgeAt(path: string, x: number): number {
  return pointsOf(path).find(([place]) => place === x)?.[1] ?? Number.NaN;
}
