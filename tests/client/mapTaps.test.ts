import { describe, expect, it } from 'vitest';
import type { MapBloc, MapNode, MapOptions, MapPicture } from '../../client/map/mapPicture.ts';
import { campAt, seatUnderFinger } from '../../client/map/seatUnderFinger.ts';
import { layoutOf } from '../../client/map/layout.ts';

const node = (seat: string, x: number, y: number): MapNode => ({
  seat,
  name: seat,
  description: seat,
  x,
  y,
  weight: 1,
  trusted: 0.5,
  threat: 0,
  own: false,
  sealed: false,
  chosen: null,
});

const bloc = (id: number, kind: MapBloc['kind'], members: readonly string[]): MapBloc => ({
  id,
  kind,
  order: 0,
  depth: 0.3,
  members,
  name: `bloc ${id}`,
});

const options: MapOptions = {
  layer: 'all',
  layout: 'sheet',
  theme: 'night',
  reducedMotion: true,
  durationMs: 0,
  interactive: true,
};

const picture: MapPicture = {
  nodes: [node('a', 300, 300), node('b', 470, 300), node('c', 900, 500)],
  links: [],
  blocs: [bloc(4, 'exclusive', ['a', 'b']), bloc(7, 'functional', ['c'])],
  arcs: [],
  ties: [],
  fog: 0,
  dimmed: [],
};

const shown = { picture, layout: layoutOf(picture, options, { width: 1380, height: 800 }) };

describe('a tap on the map', () => {
  it('means the camp whose area it falls into, between its members too', () => {
    expect(campAt(shown, { x: 300, y: 345 })).toBe(4);
    expect(campAt(shown, { x: 385, y: 300 })).toBe(4);
  });

  it('means no camp beside its area, nor a group, which has none', () => {
    expect(campAt(shown, { x: 385, y: 200 })).toBeNull();
    expect(campAt(shown, { x: 900, y: 540 })).toBeNull();
    expect(campAt(null, { x: 300, y: 345 })).toBeNull();
  });

  it('means the state where it falls onto one', () => {
    expect(seatUnderFinger(shown.layout.scene.nodes, { x: 305, y: 305 }, 10)).toBe('a');
    expect(seatUnderFinger(shown.layout.scene.nodes, { x: 385, y: 300 }, 10)).toBeNull();
  });
});
