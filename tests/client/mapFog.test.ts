import { describe, expect, it } from 'vitest';
import { fogAt, fogField } from '../../client/map/fogField.ts';
import { landDots } from '../../client/map/land.ts';

const box = { left: 0, top: 0, right: 1200, bottom: 800 };
const link = (y: number, strength: number) => ({
  curve: { from: { x: 200, y }, toward: { x: 500, y }, to: { x: 800, y } },
  strength,
});

describe('the fog', () => {
  it('lies where links are lost and not where they hold', () => {
    const field = fogField([link(200, 0.1), link(600, 0.9)], box, 1);
    expect(fogAt(field, 500, 200)).toBeGreaterThan(0.6);
    expect(fogAt(field, 500, 600)).toBe(0);
  });

  it('covers no empty sea', () => {
    expect(fogAt(fogField([link(200, 0.1)], box, 1), 1100, 700)).toBe(0);
    expect(fogAt(fogField([], box, 1), 500, 200)).toBe(0);
  });

  it('lifts as links beside the lost one return', () => {
    const alone = fogField([link(200, 0.1)], box, 1);
    const helped = fogField([link(200, 0.1), link(220, 0.9), link(180, 0.9)], box, 1);
    expect(fogAt(helped, 500, 200)).toBeLessThan(fogAt(alone, 500, 200));
  });

  it('is never denser than allowed', () => {
    const field = fogField([link(200, 0), link(210, 0)], box, 0.4);
    expect(Math.max(...field.density)).toBeLessThanOrEqual(0.4001);
  });
});

describe('the land', () => {
  it('bears every state and is the same every time', () => {
    const places = [
      { x: 300, y: 275 },
      { x: 985, y: 548 },
    ];
    const dots = landDots(places, box);
    expect(landDots(places, box)).toEqual(dots);
    for (const place of places) {
      const near = (list: readonly number[]): boolean =>
        list.some((x, i) => i % 2 === 0 && Math.hypot(x - place.x, (list[i + 1] ?? 0) - place.y) < 14);
      expect(near(dots.inner) || near(dots.coast)).toBe(true);
    }
  });
});
