import { describe, expect, it } from 'vitest';
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
const step = (course: Course, totals: Totals, regime = 0.5, parameters = p) =>
  nextCourse(parameters, course, totals, regime, 10);

describe('the stage of the world', () => {
  it('is emergence until enough passes are resolved, whatever the numbers', () => {
    const start: Course = { ...selection, stage: 'emergence' };
    expect(nextCourse(p, start, bad, 0.1, 3)).toEqual(start);
    expect(nextCourse(p, start, plain, 0.1, 4).stage).toBe('selection');
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
