import { describe, expect, it } from 'vitest';
import { bentCurve } from '../../client/map/bend.ts';
import { dashes, distance, lengthOf, pointOn, stations, strand, stretch } from '../../client/map/curve.ts';

const straight = { from: { x: 0, y: 0 }, toward: { x: 50, y: 0 }, to: { x: 100, y: 0 } };

describe('a curve of the map', () => {
  it('begins and ends at its two places', () => {
    expect(pointOn(straight, 0)).toEqual({ x: 0, y: 0 });
    expect(pointOn(straight, 1)).toEqual({ x: 100, y: 0 });
    expect(lengthOf(strand(straight, 0))).toBeCloseTo(100);
  });

  it('runs beside itself at an even distance, above when it goes to the right', () => {
    for (const point of strand(straight, 5)) expect(point.y).toBeCloseTo(-5);
  });

  it('can be cut anywhere', () => {
    const part = stretch(strand(straight, 0), 20, 50);
    expect(part[0]?.x).toBeCloseTo(20);
    expect(part.at(-1)?.x).toBeCloseTo(50);
    expect(stretch(strand(straight, 0), 120, 150)).toEqual([]);
  });

  it('falls into dashes of 12 with gaps of 8', () => {
    const parts = dashes(strand(straight, 0), 12, 8);
    expect(parts).toHaveLength(5);
    expect(parts.map((part) => Math.round(lengthOf(part)))).toEqual([12, 12, 12, 12, 12]);
  });

  it('carries stations at even distances, as far from its end as from its start', () => {
    const found = stations(strand(straight, 0), 30, 20);
    expect(found.map((at) => Math.round(at.x))).toEqual([20, 50, 80]);
    expect(found[0]?.ny).toBeCloseTo(-1);
  });
});

describe('the bend of a link', () => {
  const middle = { x: 500, y: 400 };
  it('leads away from the middle of the map', () => {
    const curve = bentCurve({ x: 300, y: 100 }, { x: 700, y: 100 }, middle, []);
    expect(pointOn(curve, 0.5).y).toBeLessThan(100);
  });

  it('goes around a node that is in the way', () => {
    const inTheWay = { x: 500, y: 75, radius: 25 };
    const curve = bentCurve({ x: 300, y: 100 }, { x: 700, y: 100 }, middle, [inTheWay]);
    for (let i = 0; i <= 20; i += 1) expect(distance(pointOn(curve, i / 20), inTheWay)).toBeGreaterThan(30);
  });

  it('never strays far from the straight way', () => {
    const curve = bentCurve({ x: 0, y: 0 }, { x: 1300, y: 0 }, middle, [{ x: 650, y: 0, radius: 200 }]);
    expect(Math.abs(pointOn(curve, 0.5).y)).toBeLessThanOrEqual(70.001);
  });
});
