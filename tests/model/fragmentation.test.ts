import { describe, expect, it } from 'vitest';
import { derive } from '#shared/model/indicators.ts';
import { causesOf, effectOf } from './causes.ts';
import { inputOf, pair, play, seat, tableOf } from './tables.ts';

const table = tableOf(12);
const played = play(table, inputOf({}));

describe('a camp boundary', () => {
  const { boundary } = derive(table.setting, table.world);
  const between = (a: string, b: string) => boundary[pair(table, a, b)];

  it('is none within a camp and outside all, half for one without, the deeper of two', () => {
    expect(between('aurelia', 'halcyon')).toBe(0);
    expect(between('concordia', 'straitport')).toBe(0);
    expect(between('aurelia', 'straitport')).toBeCloseTo(0.14);
    expect(between('aurelia', 'meridia')).toBeCloseTo(0.28);
  });

  it('estranges and raises barriers across it', () => {
    expect(causesOf(played, 'trust', pair(table, 'aurelia', 'meridia'))).toContain('campBoundary');
    expect(causesOf(played, 'barrier', pair(table, 'aurelia', 'meridia'))).toContain('campBoundary');
    expect(causesOf(played, 'trust', pair(table, 'aurelia', 'halcyon'))).not.toContain('campBoundary');
  });
});

describe('rulebooks', () => {
  it('that are rivals divide more than one that stands alone', () => {
    const rival = effectOf(played, 'barrier', pair(table, 'concordia', 'savannah'), 'rivalRulebook');
    const lone = effectOf(played, 'barrier', pair(table, 'concordia', 'pelagos'), 'loneRulebook');
    expect(rival).toBeGreaterThan(lone);
    expect(lone).toBeGreaterThan(0);
    expect(causesOf(played, 'barrier', pair(table, 'concordia', 'aurelia'))).not.toContain('rivalRulebook');
  });

  it('that are coordinated divide nobody', () => {
    const blocs = table.world.blocs.map((bloc) =>
      bloc.kind === 'functional' ? { ...bloc, coordinated: true } : bloc,
    );
    const together = play({ ...table, world: { ...table.world, blocs } }, inputOf({}));
    expect(causesOf(together, 'barrier', pair(table, 'concordia', 'savannah'))).not.toContain(
      'rivalRulebook',
    );
    expect(causesOf(together, 'barrier', pair(table, 'concordia', 'pelagos'))).not.toContain('loneRulebook');
  });

  it('divide faster under rivalry', () => {
    const tense = play({ ...table, world: { ...table.world, competition: 900_000 } }, inputOf({}));
    const at = pair(table, 'concordia', 'savannah');
    expect(effectOf(tense, 'barrier', at, 'rivalRulebook')).toBeGreaterThan(
      effectOf(played, 'barrier', at, 'rivalRulebook'),
    );
  });
});

describe('a link', () => {
  const linkIn = (world: typeof table.world) => derive(table.setting, world).link[1] ?? 0;

  it('is cut by each of three layers', () => {
    const free = linkIn({ ...table.world, blocs: [], restriction: table.world.restriction.map(() => 0) });
    const { world } = table;
    const loose = { ...world, blocs: [], restriction: world.restriction.map(() => 0) };
    expect(linkIn({ ...loose, barrier: loose.barrier.map(() => 400_000) })).toBeLessThan(free);
    expect(linkIn({ ...loose, localization: loose.localization.with(0, 900_000) })).toBeLessThan(free);
    expect(linkIn({ ...loose, restriction: loose.restriction.with(1, 500_000) })).toBeLessThan(free);
  });

  it('that is broken is replaced by a detour at about half its strength', () => {
    const restriction = table.world.restriction.with(pair(table, 'aurelia', 'meridia'), 1_000_000);
    const barrier = table.world.barrier.with(1, 900_000).with(12, 900_000);
    const { link, path } = derive(table.setting, { ...table.world, restriction, barrier });
    const at = seat(table, 'meridia');
    expect(path[at]).toBeGreaterThan(link[at] ?? 1);
    expect(path[at]).toBeLessThan(0.5);
  });
});
