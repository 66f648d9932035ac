import { describe, expect, it } from 'vitest';
import {
  lastThird,
  leastWithHawk,
  type Measured,
  verdictsOn,
} from '../../server/simulate/studies/criteria.ts';
import { type Invasion, invadersOfAll } from '../../server/simulate/studies/invasion.ts';
import { contenders, randomMix } from '../../server/simulate/studies/league.ts';
import { withPars } from '../../server/simulate/studies/pars.ts';
import { markdownOf, shareText, signedText, textOf } from '../../server/simulate/studies/report.ts';
import { svgOf } from '../../server/simulate/studies/svg.ts';
import type { EndingShares } from '../../shared/simulation/outcome.ts';

function shares(governance: number, predicament: number, openAtHalf = 0.9): EndingShares {
  return { games: 1000, governance, predicament, openAtHalf, endingRound: 5, score: 100, direction: 10 };
}

const flat: Invasion = contenders.map((_, row) =>
  contenders.map((__, column) => (row === column ? null : -1)),
);
const balanced: Measured = {
  seats: 12,
  cells: {
    CLASS: { silent: shares(0.13, 0.12), talking: shares(0.3, 0.03) },
    HUMAN: { silent: shares(0.1, 0.23), talking: shares(0.29, 0.07) },
  },
  whole: shares(0.99, 0),
  late: shares(0.28, 0.1),
  lateRound: 5,
  hawk: shares(0.56, 0.01),
  league: contenders.map((disposition) => ({ disposition, best: 0.11, rank: 0.5, gain: 0, mixes: 300 })),
  invasion: flat,
  advised: shares(0, 0.07),
  unadvised: shares(0.2, 0.03),
};

/** The numbers of the demands that are missed. */
const missed = (measured: Measured) =>
  verdictsOn(measured)
    .filter(({ holds }) => !holds)
    .map(({ criterion }) => criterion.split(' ')[0]);

describe('the demands of balance', () => {
  it('are all met by a balanced table', () => {
    expect(missed(balanced)).toEqual([]);
    expect(verdictsOn(balanced)).toHaveLength(9);
  });

  it.each<[string, Partial<Measured>]>([
    [
      '1a',
      {
        cells: {
          CLASS: { silent: shares(0.13, 0.09), talking: shares(0.3, 0.03) },
          HUMAN: { silent: shares(0.1, 0.09), talking: shares(0.29, 0.07) },
        },
      },
    ],
    ['1b', { cells: { ...balanced.cells, CLASS: { silent: shares(0.13, 0.12), talking: shares(0.22, 0) } } }],
    [
      '1c',
      { cells: { ...balanced.cells, HUMAN: { silent: shares(0.1, 0.2, 0.4), talking: shares(0.3, 0) } } },
    ],
    ['2a', { whole: shares(0.89, 0) }],
    ['2b', { late: shares(0.46, 0) }],
    ['3', { hawk: shares(0.49, 0) }],
    ['4a', { league: balanced.league.map((one) => ({ ...one, best: 0.51 })) }],
    ['4b', { invasion: flat.map((row) => row.with(3, row[3] === null ? null : 2)) }],
    ['5', { advised: shares(0, 0.2) }],
  ])('%s is missed where its number fails', (criterion, change) => {
    expect(missed({ ...balanced, ...change })).toContain(criterion);
  });

  it('ask less of a small table with one hawk', () => {
    expect([6, 9, 12, 40].map(leastWithHawk)).toEqual([0.25, 0.375, 0.5, 0.5]);
  });

  it('know where the last third begins', () => {
    expect([5, 6, 8, 16].map(lastThird)).toEqual([5, 5, 7, 12]);
  });
});

describe('invasion and league', () => {
  it('names who gains among all others', () => {
    expect(invadersOfAll(flat)).toEqual([]);
    expect(invadersOfAll(flat.map((row) => row.with(0, row[0] === null ? null : 1)))).toEqual([
      contenders[0],
    ]);
  });

  it('draws mixes that add up and differ', () => {
    expect(randomMix(1).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(randomMix(1)).toEqual(randomMix(1));
    expect(randomMix(2)).not.toEqual(randomMix(1));
  });
});

describe('pars in a file', () => {
  const text =
    '{\n  "plans": [\n    {\n      "id": "6x3",\n      "pars": null\n    },\n    {\n      "id": "5x3",\n      "pars": {\n        "a": 1\n      }\n    }\n  ]\n}\n';

  it('change for one plan and leave all else as it was', () => {
    const usual = { scores: { a: [1.5, 2.5], b: [1, 3] }, legacy: [0.1, 0.2] };
    const other = { scores: { a: [1] }, legacy: [0] };
    const once = withPars(text, '5x3', { a: 2.5, b: 3 }, usual);
    expect(JSON.parse(once ?? '')).toEqual({
      plans: [
        { id: '6x3', pars: null },
        { id: '5x3', pars: { a: 2.5, b: 3 }, usual },
      ],
    });
    expect(withPars(once ?? '', '5x3', { a: 1 }, other)).toBe(withPars(text, '5x3', { a: 1 }, other));
    expect(JSON.parse(withPars(text, '6x3', { a: 1 }, other) ?? '').plans[0].pars).toEqual({ a: 1 });
    expect(withPars(text, '8x2', {}, other)).toBeNull();
  });
});

describe('reports', () => {
  const report = {
    title: 'A & B',
    about: ['One.'],
    tables: [{ id: 't', title: 'T', head: ['x', 'y'], rows: [['a|b', '1']] }],
    charts: [
      {
        kind: 'lines',
        id: 'c',
        title: 'A & B',
        xLabel: 'x',
        yLabel: 'y',
        series: [{ name: '<s>', points: [[0, 0.5]] }],
      },
    ],
  } as const;

  it('are text, Markdown and pictures', () => {
    expect(textOf(report)).toContain('x    y\na|b  1');
    expect(markdownOf(report, 'balance')).toContain('| a\\|b | 1 |');
    expect(markdownOf(report, 'balance')).toContain('![A & B](balance/c.svg)');
    expect(svgOf(report.charts[0])).toContain('<title>A &amp; B</title>');
    expect(svgOf(report.charts[0])).not.toContain('NaN');
    const bars = svgOf({ kind: 'bars', id: 'b', title: 'b', xLabel: '', bars: [{ name: 'n', value: -0.5 }] });
    expect(bars).toContain('-0.50');
    expect(bars).not.toContain('NaN');
  });

  it('write shares and differences alike', () => {
    expect([0, 0.256, 1, -0.1].map(shareText)).toEqual(['.00', '.26', '1.00', '−.10']);
    expect([0.1, -0.1, -0.001].map((value) => signedText(value))).toEqual(['+.10', '−.10', '+.00']);
  });
});
