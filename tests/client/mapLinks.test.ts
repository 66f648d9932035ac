import { describe, expect, it } from 'vitest';
import { coreOffsets, lookOf, mixLooks } from '../../client/map/linkLook.ts';
import type { MapLink, MapNode } from '../../client/map/mapPicture.ts';
import { pairOf, shownLinks } from '../../client/map/shownLinks.ts';

const link = (change: Partial<MapLink> = {}): MapLink => ({
  a: 'a',
  b: 'b',
  strength: 0.8,
  technical: 1,
  political: 1,
  commercial: 1,
  restricted: 0,
  ...change,
});

const nodes = (count: number): MapNode[] =>
  Array.from({ length: count }, (_, i) => ({
    seat: `s${i}`,
    name: '',
    description: '',
    x: (i % 8) * 150,
    y: Math.floor(i / 8) * 140,
    weight: 1,
    trusted: 0.5,
    threat: 0,
    own: false,
    sealed: false,
    chosen: null,
  }));

const everyPair = (count: number): MapLink[] =>
  nodes(count).flatMap((one, i) =>
    nodes(count)
      .slice(i + 1)
      .map((two, j) => link({ a: one.seat, b: two.seat, strength: 0.3 + ((i * 7 + j * 13) % 60) / 100 })),
  );

describe('the look of a link', () => {
  it('is a ghost at 0.21 and a cable above', () => {
    expect(lookOf(link({ strength: 0.21 }), 'all')).toMatchObject({ ghost: 1, cable: 0, dash: 0 });
    expect(lookOf(link({ strength: 0.22 }), 'all')).toMatchObject({ ghost: 0, cable: 1, dash: 0 });
  });

  it('is dashed over one thin core from a restriction of 0.08 on', () => {
    const look = lookOf(link({ restricted: 0.08 }), 'all');
    expect(look).toMatchObject({ dash: 1, political: 0, commercial: 0 });
    expect(look.technical).toBeLessThan(2);
  });

  it('thins each core with its own barrier', () => {
    const look = lookOf(link({ political: 0.2 }), 'all');
    expect(look.political).toBeLessThan(look.technical);
    expect(look.technical).toBe(look.commercial);
  });

  it('shows one core alone, in the middle, when a layer is asked for', () => {
    const look = lookOf(link(), 'political');
    expect([look.technical, look.commercial]).toEqual([0, 0]);
    expect(coreOffsets(look)[1]).toBeCloseTo(0);
  });

  it('keeps the order of the cores: technical, political, commercial', () => {
    const [technical, political, commercial] = coreOffsets(lookOf(link(), 'all'));
    expect(technical).toBeGreaterThan(political);
    expect(political).toBeGreaterThan(commercial);
  });

  it('can be half way between two looks', () => {
    const half = mixLooks(lookOf(link(), 'all'), lookOf(link({ strength: 0.1 }), 'all'), 0.5);
    expect(half).toMatchObject({ cable: 0.5, ghost: 0.5 });
  });
});

describe('which links are shown', () => {
  it('all of them up to sixty', () => {
    const links = everyPair(10);
    expect(shownLinks(links, nodes(10)).shown).toHaveLength(45);
  });

  it('each node keeps its strongest above that, and the rest is faint', () => {
    const links = everyPair(40);
    const { shown, faint } = shownLinks(links, nodes(40));
    expect(links).toHaveLength(780);
    expect(shown.length).toBeLessThan(130);
    expect(shown.length + faint.length).toBe(780);
    for (const { seat } of nodes(40)) {
      const own = links.filter((one) => one.a === seat || one.b === seat);
      const best = Math.max(...own.map((one) => one.strength));
      expect(shown.some((one) => (one.a === seat || one.b === seat) && one.strength === best)).toBe(true);
    }
  });

  it('a pair has one name from both ends', () => {
    expect(pairOf('x', 'b')).toBe(pairOf('b', 'x'));
  });
});
