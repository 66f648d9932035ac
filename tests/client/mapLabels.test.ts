import { describe, expect, it } from 'vitest';
import { type LabelAsk, placeLabels } from '../../client/map/labelPlaces.ts';

const host = { width: 900, height: 600 };
const ask = (id: string, x: number, y: number, worth = 1): LabelAsk => ({
  id,
  spots: [{ x, y, outer: 20 }],
  width: 90,
  height: 20,
  worth,
});

describe('the names on the map', () => {
  it('stand below their nodes when nothing is in the way', () => {
    const place = placeLabels([ask('a', 300, 300)], [], host).get('a');
    expect(place).toEqual({ spot: 0, dx: -45, dy: 24, isCrowded: false });
  });

  it('stay inside the host', () => {
    for (const [x, y] of [
      [10, 10],
      [890, 10],
      [10, 590],
      [890, 590],
    ] as const) {
      const place = placeLabels([ask('a', x, y)], [], host).get('a');
      expect(x + (place?.dx ?? -999)).toBeGreaterThanOrEqual(0);
      expect(x + (place?.dx ?? 999) + 90).toBeLessThanOrEqual(900);
      expect(y + (place?.dy ?? -999)).toBeGreaterThanOrEqual(0);
      expect(y + (place?.dy ?? 999) + 20).toBeLessThanOrEqual(600);
    }
  });

  it('do not overlap; otherwise the less important one is hidden', () => {
    const asks = Array.from({ length: 40 }, (_, i) =>
      ask(`s${i}`, 60 + (i % 8) * 110, 60 + Math.floor(i / 8) * 100, i),
    );
    const places = placeLabels(asks, [], host);
    const rects = asks.flatMap((one) => {
      const place = places.get(one.id);
      const spot = one.spots[0];
      return place && spot && !place.isCrowded ? [{ left: spot.x + place.dx, top: spot.y + place.dy }] : [];
    });
    expect(rects.length).toBeGreaterThan(35);
    for (const a of rects)
      for (const b of rects)
        if (a !== b) expect(Math.abs(a.left - b.left) > 75 || Math.abs(a.top - b.top) > 16).toBe(true);
  });

  it('keep off other nodes', () => {
    const place = placeLabels([ask('a', 300, 300)], [{ x: 300, y: 335, radius: 20, weight: 260 }], host).get(
      'a',
    );
    expect(place?.dy).toBeLessThan(0);
  });
});
