import { describe, expect, it } from 'vitest';
import type { MapBloc, MapLink, MapNode, MapOptions, MapPicture } from '../../client/map/mapPicture.ts';
import { ringOrder, ringPlaces } from '../../client/map/ring.ts';
import { layoutOf } from '../../client/map/layout.ts';
import { breakingPairs, tweenScene } from '../../client/map/tweenScene.ts';
import { underlayKey } from '../../client/map/underlayKey.ts';
import { fitCamera, keepCamera, toScreen, toSheet, zoomCamera } from '../../client/map/camera.ts';

const node = (seat: string, x: number, y: number, threat = 0): MapNode => ({
  seat,
  name: seat,
  description: seat,
  x,
  y,
  weight: 1,
  trusted: 0.5,
  threat,
  own: false,
  sealed: false,
  chosen: null,
});
const link = (a: string, b: string, strength: number): MapLink => ({
  a,
  b,
  strength,
  technical: 1,
  political: 1,
  commercial: 1,
  restricted: 0,
});
const picture = (strength: number, threat: number): MapPicture => ({
  nodes: [node('a', 200, 200, threat), node('b', 600, 200), node('c', 400, 500)],
  links: [link('a', 'b', strength), link('b', 'c', 0.7)],
  blocs: [],
  arcs: [{ from: 'b', to: 'a', family: 'cooperate' }],
  ties: [{ a: 'a', b: 'c', secret: false }],
  fog: 0,
  dimmed: ['b', 'c'],
});
const options: MapOptions = {
  layer: 'all',
  layout: 'sheet',
  theme: 'night',
  reducedMotion: false,
  durationMs: 1000,
  interactive: true,
};
const host = { width: 800, height: 600 };

describe('the stage of a picture', () => {
  const { scene } = layoutOf(picture(0.8, 0), options, host);

  it('gives a node of mean weight the radius 25 and no teeth below a threat of 0.36', () => {
    expect(scene.nodes[0]).toMatchObject({ radius: 25, teeth: 0 });
    expect(layoutOf(picture(0.8, 0.6), options, host).scene.nodes[0]?.teeth).toBeGreaterThan(3);
  });

  it('fades only links whose two ends are dimmed', () => {
    expect(scene.links.map((one) => one.tone < 1)).toEqual([false, true]);
  });

  it('leads an arc from the one who acts to the one who is meant', () => {
    expect(scene.arcs[0]?.curve.from).toMatchObject({ x: 600, y: 200 });
    expect(scene.arcs[0]?.curve.to).toMatchObject({ x: 200, y: 200 });
  });

  it('moves by degrees from one picture to the next', () => {
    const next = layoutOf(picture(0.1, 0.6), options, host).scene;
    const half = tweenScene(scene, next, 0.5);
    expect(half.nodes[0]?.teeth).toBeCloseTo((next.nodes[0]?.teeth ?? 0) / 2);
    expect(half.links[0]?.look).toMatchObject({ cable: 0.5, ghost: 0.5 });
    expect(tweenScene(scene, next, 1)).toBe(next);
  });

  it('knows which links break on the way', () => {
    expect(breakingPairs(picture(0.8, 0), picture(0.2, 0))).toEqual(['a|b']);
    expect(breakingPairs(picture(0.2, 0), picture(0.1, 0))).toEqual([]);
    expect(breakingPairs(null, picture(0.1, 0))).toEqual([]);
  });
});

const bloc = (order: number, members: string[]): MapBloc => ({
  id: order,
  kind: 'exclusive',
  order,
  depth: 0.5,
  members,
  name: '',
});

describe('the ring', () => {
  it('puts the members of a camp side by side', () => {
    expect(ringOrder(['a', 'b', 'c', 'd', 'e'], [bloc(0, ['a', 'd']), bloc(1, ['b', 'e'])])).toEqual([
      'a',
      'd',
      'b',
      'e',
      'c',
    ]);
  });

  it('leaves everybody in place when a group forms, and moves only members of a camp', () => {
    const seats = ['a', 'b', 'c', 'd'];
    const group: MapBloc = { ...bloc(0, ['a', 'd']), kind: 'functional' };
    expect(ringOrder(seats, [group])).toEqual(seats);
    expect(ringOrder(seats, [group, bloc(1, ['b', 'd'])])).toEqual(['a', 'b', 'd', 'c']);
  });

  it('spaces forty seats evenly inside its sheet', () => {
    const seats = Array.from({ length: 40 }, (_, i) => `s${i}`);
    const places = [...ringPlaces(seats, 580, 1000).values()];
    const steps = places.map((place, i) => {
      const next = places[(i + 1) % 40] ?? place;
      return Math.hypot(place.x - next.x, place.y - next.y);
    });
    expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(1.35);
    for (const { x, y } of places) {
      expect(x).toBeGreaterThanOrEqual(-0.01);
      expect(x).toBeLessThanOrEqual(580.01);
      expect(y).toBeGreaterThanOrEqual(-0.01);
      expect(y).toBeLessThanOrEqual(1000.01);
    }
  });
});

describe('the view', () => {
  const box = { left: 100, top: 50, right: 1300, bottom: 750 };
  const insets = { top: 20, right: 200, bottom: 40, left: 10 };
  const home = fitCamera(box, host, insets, 'contain');

  it('shows the whole box inside the insets', () => {
    const first = toScreen(home, host, { x: box.left, y: box.top });
    const last = toScreen(home, host, { x: box.right, y: box.bottom });
    expect(first.x).toBeGreaterThanOrEqual(9.99);
    expect(first.y).toBeGreaterThanOrEqual(19.99);
    expect(last.x).toBeLessThanOrEqual(600.01);
    expect(last.y).toBeLessThanOrEqual(560.01);
  });

  it('holds the place under the fingers while zooming, and goes no wider than home', () => {
    const about = { x: 250, y: 300 };
    const near = zoomCamera(home, home, host, about, 2);
    const before = toSheet(home, host, about);
    const after = toSheet(near, host, about);
    expect(after.x).toBeCloseTo(before.x);
    expect(after.y).toBeCloseTo(before.y);
    expect(zoomCamera(home, home, host, about, 0.5).scale).toBe(home.scale);
  });

  it('cannot be pushed off the map', () => {
    expect(keepCamera({ ...home, x: 9999, y: -9999 }, home, box)).toEqual(home);
  });

  it('puts a tie beside its cable, lets it come and go, and keeps the baked ground', () => {
    const tied = layoutOf(picture(0.8, 0), options, host).scene;
    expect(tied.ties).toMatchObject([{ pair: 'a|c', presence: 1, secret: false }]);
    const free = { ...tied, ties: [] };
    expect(tweenScene(free, tied, 0.25).ties[0]?.presence).toBe(0.25);
    expect(tweenScene(tied, free, 0.25).ties[0]?.presence).toBe(0.75);
    expect(tweenScene(tied, free, 1).ties).toEqual([]);
    const ring = layoutOf(picture(0.8, 0), { ...options, layout: 'ring' }, host).scene;
    expect(ring.ties).toHaveLength(1);
    expect(underlayKey({ ...picture(0.8, 0), ties: [] }, options)).toBe(
      underlayKey(picture(0.8, 0), options),
    );
  });
});
