import { describe, expect, it } from 'vitest';
import { bandChanges } from '../../server/simulate/studies/bands.ts';
import { deedsAt } from '../../server/simulate/studies/dilemma.ts';
import { nextGeneration } from '../../server/simulate/studies/imitation.ts';
import { openLab, standsFor } from '../../server/simulate/studies/lab.ts';
import { leagueOf, rivals } from '../../server/simulate/studies/league.ts';
import { svgOf } from '../../server/simulate/studies/svg.ts';
import { scenarioIds } from '../../shared/scenario/packs.ts';
import { recordGame } from '../../shared/simulation/record.ts';
import { tableOf } from '../model/tables.ts';

describe('the dilemma', () => {
  const { setting, world } = tableOf(12);
  const deeds = deedsAt(setting, world);
  const of = (name: string) => deeds.find((deed) => deed.name === name)!;

  it('has a row for each card that some state can play, and none for hold', () => {
    expect(deeds.length).toBeGreaterThan(12);
    expect(of('hold')).toBeUndefined();
    expect(of('commit').states).toBe(12);
    expect(of('open-bloc').states).toBeLessThan(12);
  });

  it('is one: a restriction pays its author and costs all, a commitment does the opposite', () => {
    expect(of('restrict').own).toBeGreaterThan(0);
    expect(of('restrict').everybody).toBeLessThan(0);
    expect(of('commit').own).toBeLessThan(0);
    expect(of('commit').everybody).toBeGreaterThan(0);
    expect(of('dialogue, answered').own).toBeGreaterThan(of('dialogue').own);
    expect(of('commit, all others too').own).toBeGreaterThan(of('commit').own);
  });
});

describe('changes of band', () => {
  const [stand] = standsFor('archipelago', '5x3');
  const condition = { mix: [{ disposition: 'hold', share: 1 }], talk: 'none', openDeck: false } as const;
  const record = recordGame({ ...condition, table: stand!.table, twist: { kind: 'none' } }, 1);
  const through = (...directions: readonly number[]) => ({
    ...record,
    openingDirection: 0,
    rounds: directions.map((direction, k) => {
      const figures = record.rounds[0]!;
      return {
        ...figures,
        round: k + 1,
        indicators: { ...figures.indicators, direction: direction * 10_000 },
      };
    }),
  });

  it('are counted from the opening on', () => {
    expect(bandChanges([through(5, 12, 12, -3), through(2, 2, 2, 2)])).toEqual({
      changes: 1,
      middle: 2,
      nineInTen: 2,
      without: 0.5,
    });
  });

  it('have no first round where there are none', () => {
    expect(bandChanges([through(1, 1)])).toMatchObject({ changes: 0, middle: null, nineInTen: null });
  });
});

describe('copying the winners', () => {
  const nine = [0.2, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1];

  it('lets kinds grow that score above the mean, and keeps the sum', () => {
    const next = nextGeneration(nine, [-5, 5, null, 0, 0, 0, 0, 0, 0]);
    expect(next[0]).toBeLessThan(0.2);
    expect(next[1]).toBeGreaterThan(0.1);
    expect(next.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('changes only by chance if all score alike', () => {
    const next = nextGeneration(nine, new Array<number>(9).fill(3));
    expect(next[0]).toBeCloseTo(0.99 * 0.2 + 0.01 / 9, 12);
  });
});

describe('the league', () => {
  it('plays each mix with a seed of its own, the one that looks ahead among them', async () => {
    const seeds: (readonly number[])[] = [];
    const pool = {
      workers: 1,
      play: async (condition: Parameters<typeof recordGame>[0], given: readonly number[]) => {
        seeds.push(given);
        return given.map((seed) => recordGame(condition, seed));
      },
      close: async () => undefined,
    };
    const silent = { expect: () => undefined, add: () => undefined, stop: () => undefined };
    const lab = openLab(pool, silent, { games: 20, seed: 7, openDeck: false });
    const league = await leagueOf(lab, standsFor('archipelago', '5x3')[0]!, 4, rivals);
    expect(seeds.slice(1)).toEqual([[7], [8], [9], [10]]);
    expect(league.map(({ disposition }) => disposition)).toContain('look-ahead');
  }, 30_000);
});

describe('the stands of a study', () => {
  it('are all shipped scenarios with all their plans, those for prepared hosts too', () => {
    expect([...new Set(standsFor(undefined, undefined).map(({ scenario }) => scenario.id))]).toEqual([
      ...scenarioIds,
    ]);
  });
});

describe('a chart of values below zero', () => {
  it('keeps its lines within the plot', () => {
    const series = [{ name: 'a', points: [[0, -1] as const, [1, 1] as const] }];
    const axes = { id: 'x', title: 'x', xLabel: 'x', yLabel: 'y', series };
    expect(svgOf({ kind: 'lines', isSigned: true, ...axes })).toContain('points="52,270 410,40"');
  });

  it('has the lines across that it is given, and is shaded from where it is told', () => {
    const series = [{ name: 'a', points: [[0, -60] as const, [2, 60] as const] }];
    const axes = { id: 'x', title: 'x', xLabel: 'x', yLabel: 'y', series };
    const svg = svgOf({ kind: 'lines', grid: [-60, -12, 60], shadedFrom: 1, ...axes });
    expect(svg).toContain('points="52,270 410,40"');
    expect([...svg.matchAll(/text-anchor="end">([^<]*)</g)].map(([, text]) => text)).toEqual([
      '−60',
      '−12',
      '60',
    ]);
    expect(svg).toContain('<rect x="231" y="40" width="179" height="230"');
  });
});
