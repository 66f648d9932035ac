import { describe, expect, it } from 'vitest';
import { equalityOf } from '#shared/model/governance.ts';
import type { Totals } from '#shared/model/indicators.ts';
import { derive } from '#shared/model/indicators.ts';
import { REFERENCE_PARAMETERS } from '#shared/model/parameters.ts';
import { bandOf, type Course, marksOf, nextCourse } from '#shared/model/stages.ts';
import { tableOf } from './tables.ts';

const p = REFERENCE_PARAMETERS;
const { setting, world } = tableOf(12);
const plain = derive(setting, world).totals;
const zero = { governance: 0, predicament: 0, scar: 0 };
const selection: Course = { stage: 'selection', locked: false, counters: zero };
const good: Totals = { ...plain, direction: 0.3, efficiency: 0.7, meanTrust: 0.6 };
const bad: Totals = {
  ...plain,
  direction: -0.2,
  fragmentationIndex: 0.6,
  blocIndex: 0.4,
  meanTrust: 0.3,
  meanThreat: 0.5,
};
const step = (course: Course, totals: Totals, regime = 0.5, parameters = p, equal = 0.9) =>
  nextCourse(parameters, course, { totals, regime, equal, passes: 10 });

describe('the stage of the world', () => {
  it('is emergence until enough passes are resolved, whatever the numbers', () => {
    const start: Course = { ...selection, stage: 'emergence' };
    expect(nextCourse(p, start, { totals: bad, regime: 0.1, equal: 0.9, passes: 3 })).toEqual(start);
    expect(nextCourse(p, start, { totals: plain, regime: 0.1, equal: 0.9, passes: 4 }).stage).toBe(
      'selection',
    );
  });

  it('becomes governance after two good rounds, not after one', () => {
    const once = step(selection, good);
    expect(once).toEqual({ ...selection, counters: { ...zero, governance: 1 } });
    expect(step(once, good).stage).toBe('governance');
    expect(step(step(once, plain), good).counters.governance).toBe(1);
  });

  it('needs the regime and two of three further bars for governance', () => {
    expect(step(selection, good, 0.3).counters.governance).toBe(0);
    expect(step(selection, { ...good, securitizationIndex: 0.5 }).counters.governance).toBe(1);
    expect(step(selection, { ...good, securitizationIndex: 0.5, meanTrust: 0.5 }).counters.governance).toBe(
      0,
    );
  });

  it('loses governance below its lower bar only', () => {
    const there: Course = { stage: 'governance', locked: false, counters: { ...zero, governance: 2 } };
    expect(step(there, { ...plain, direction: 0.1 })).toEqual(there);
    expect(step(there, { ...plain, direction: 0.07 })).toEqual(selection);
  });

  it('becomes the predicament after two rounds with three marks, and locks', () => {
    const once = step(selection, bad);
    expect(once.counters.predicament).toBe(1);
    expect(step(once, bad)).toMatchObject({ stage: 'predicament', locked: true });
    expect(step(selection, { ...bad, blocIndex: 0.1, meanTrust: 0.6 }).counters.predicament).toBe(0);
  });

  it('stays locked, and opens only in scarred mode above its bar', () => {
    const locked: Course = { stage: 'predicament', locked: true, counters: { ...zero, predicament: 2 } };
    expect(step(locked, good)).toEqual(locked);
    expect(step(locked, good, 0.5, { ...p, scarred: true })).toEqual(selection);
    expect(step(locked, bad, 0.5, { ...p, scarred: true }).locked).toBe(true);
  });
});

describe('good governance by the three marks', () => {
  const marks = { ...p, governanceMarks: 'threeMarks' } as const;
  const fair: Totals = { ...good, meanThreat: 0.15, securitizationIndex: 0.9, meanTrust: 0.1 };
  const there: Course = { stage: 'governance', locked: false, counters: { ...zero, governance: 2 } };

  it('counts a round in which equal, safe and open all hold, whatever the reference bars say', () => {
    expect(step(selection, fair, 0.5, marks).counters.governance).toBe(1);
    expect(step(selection, fair, 0.5, p).counters.governance).toBe(0);
  });

  it.each([
    ['equal', fair, 0.59],
    ['safe', { ...fair, meanThreat: 0.21 }, 0.9],
    ['open', { ...fair, efficiency: 0.59 }, 0.9],
  ] as const)('counts none in which %s fails', (_mark, totals, equal) => {
    expect(step(selection, totals, 0.5, marks, equal).counters.governance).toBe(0);
  });

  it('still needs the bars of the dial and of the common rules', () => {
    expect(step(selection, { ...fair, direction: 0.21 }, 0.5, marks).counters.governance).toBe(0);
    expect(step(selection, fair, 0.34, marks).counters.governance).toBe(0);
  });

  it('outlasts one failing mark and is lost with two, or below the lower bar of the dial', () => {
    expect(step(there, fair, 0.5, marks, 0.1).stage).toBe('governance');
    expect(step(there, { ...fair, meanThreat: 0.5 }, 0.5, marks, 0.1).stage).toBe('selection');
    expect(step(there, { ...fair, meanThreat: 0.5 }, 0.5, p, 0.1).stage).toBe('governance');
    expect(step(there, { ...fair, direction: 0.07 }, 0.5, marks).stage).toBe('selection');
  });

  it('is lost when common rules fall below their lower bar, if there is one', () => {
    const kept = { ...marks, ggRegimeOut: 0.4 } as const;
    expect(step(there, fair, 0.4, kept).stage).toBe('governance');
    const lost = step(there, fair, 0.39, kept);
    expect([lost.stage, lost.counters.governance]).toEqual(['selection', 1]);
    expect(step(there, fair, 0.01, marks).stage).toBe('governance');
  });

  it('is reached in as many rounds as the scenario asks, while the predicament keeps its own number', () => {
    const once = { ...marks, ggConfirm: 1 } as const;
    expect(step(selection, fair, 0.5, marks).stage).toBe('selection');
    expect(step(selection, fair, 0.5, once)).toMatchObject({
      stage: 'governance',
      counters: { governance: 1 },
    });
    expect(step(selection, bad, 0.5, once).locked).toBe(false);
  });
});

describe('how equally a round is shared', () => {
  const seats = setting.seats.slice(0, 4).map((seat) => ({ ...seat, weight: 1 }));
  const shared = (...totals: number[]) =>
    equalityOf(
      seats,
      totals.map((total) => ({ total })),
    );

  it('is full if all gain the same, also nothing or less', () => {
    expect([shared(5, 5, 5, 5), shared(0, 0, 0, 0), shared(-3, -3, -3, -3)]).toEqual([1, 1, 1]);
  });

  it('is a quarter where one of four gains all', () => {
    expect(shared(0, 0, 0, 8)).toBeCloseTo(0.25);
    expect(shared(-4, -4, -4, 8)).toBeCloseTo(0.25);
  });

  it('counts a state by its weight', () => {
    const heavy = seats.map((seat, k) => ({ ...seat, weight: k === 3 ? 3 : 1 }));
    expect(
      equalityOf(
        heavy,
        [0, 0, 0, 8].map((total) => ({ total })),
      ),
    ).toBeCloseTo(0.5);
  });
});

describe('the marks of the predicament', () => {
  it('are four, camps being shown by blocs or by securitization', () => {
    expect(marksOf(p, bad)).toEqual({ fragmentation: true, camps: true, trust: true, risk: true });
    expect(marksOf(p, { ...plain, securitizationIndex: 0.6 }).camps).toBe(true);
  });
});

describe('the band of the dial', () => {
  it.each([
    [-120_001, 1],
    [-120_000, 2],
    [-1, 2],
    [0, 3],
    [109_999, 3],
    [110_000, 4],
    [219_999, 4],
    [220_000, 5],
  ])('of %i is %i', (direction, band) => {
    expect(bandOf(direction)).toBe(band);
  });
});
