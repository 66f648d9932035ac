import { describe, expect, it } from 'vitest';
import { campOutline, necksOf } from '../../client/map/campOutline.ts';
import type { Point } from '../../client/map/curve.ts';

const disc = (x: number, y: number) => ({ x, y, radius: 25 });

function holds(loops: readonly Point[][], at: Point): boolean {
  let crossings = 0;
  for (const loop of loops)
    loop.forEach((a, i) => {
      const b = loop[(i + 1) % loop.length] ?? a;
      if (a.y > at.y !== b.y > at.y && at.x < ((b.x - a.x) * (at.y - a.y)) / (b.y - a.y) + a.x)
        crossings += 1;
    });
  return crossings % 2 === 1;
}

describe('the outline of a camp', () => {
  it('is one loop around a single member, as far out as the margin says', () => {
    const loops = campOutline([disc(300, 300)], []);
    expect(loops).toHaveLength(1);
    for (const point of loops.flat()) expect(Math.hypot(point.x - 300, point.y - 300)).toBeCloseTo(61, 0);
  });

  it('joins members that stand near and leaves far ones apart', () => {
    expect(campOutline([disc(300, 300), disc(500, 300)], [])).toHaveLength(1);
    expect(campOutline([disc(300, 300), disc(600, 300)], [])).toHaveLength(2);
  });

  it('builds no neck over an outsider', () => {
    expect(necksOf([disc(300, 300), disc(540, 300)], [])).toHaveLength(1);
    expect(necksOf([disc(300, 300), disc(540, 300)], [disc(420, 310)])).toHaveLength(0);
  });

  it('swallows no outsider, however near', () => {
    const outsider = disc(365, 300);
    const loops = campOutline([disc(300, 300), disc(300, 430)], [outsider]);
    expect(holds(loops, { x: 300, y: 300 })).toBe(true);
    expect(holds(loops, outsider)).toBe(false);
  });

  it('fills no room between three members that stand in a triangle', () => {
    const loops = campOutline([disc(300, 275), disc(452, 140), disc(590, 262)], []);
    expect(holds(loops, { x: 440, y: 300 })).toBe(false);
  });
});
