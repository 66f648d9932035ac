import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { measureRounds } from '#shared/analysis/record/measureRounds.ts';
import { measureWorld } from '#shared/analysis/measure.ts';
import { expectationsFor } from '#shared/analysis/record/promises.ts';
import { at } from '#shared/lib/at.ts';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { type Analysed, analysedUpTo } from '../../client/screens/replay/analysis/analysed.ts';
import { chartsOf } from '../../client/screens/replay/analysis/charts.ts';
import { courseChart } from '../../client/screens/replay/analysis/courseChart.ts';
import { cellText, type RecordChart } from '../../client/screens/replay/analysis/chart.ts';
import { ordersChart } from '../../client/screens/replay/analysis/ordersChart.ts';
import { promisesChart } from '../../client/screens/replay/analysis/promisesChart.ts';
import { chartCsv } from '../../client/screens/replay/analysis/saveChart.ts';
import { scoreChart } from '../../client/screens/replay/analysis/scoreChart.ts';
import { trustChart } from '../../client/screens/replay/analysis/trustChart.ts';
import { recordedSource, type RecordedSource } from '../../client/source/recorded.ts';
import { chooseLanguage, fetchWords, words } from '../../client/text/language.ts';

const text = readFileSync(new URL('../golden/archipelago-5x3-talk.jsonl', import.meta.url), 'utf8');
let source: RecordedSource;
let last = 0;

beforeAll(async () => {
  await fetchWords('en');
  await fetchWords('zh');
  const opened = recordedSource(text);
  if (!opened.ok) throw new Error(opened.failure.what);
  source = opened.value;
  last = source.breaks.length - 1;
});
beforeEach(() => {
  chooseLanguage('en');
});

function analysed(now = last, hides = false, viewer: Viewer = { kind: 'observer' }): Analysed {
  source.viewer.value = viewer;
  const all = source.breaks.map((place) => source.viewAt(place));
  return analysedUpTo(source, { now, hides, all, measures: measureRounds(source.tableAt(source.length)) });
}

const allCharts = (of: Analysed): readonly RecordChart[] => chartsOf(of, of.last.card.seats[0]?.id ?? '');

describe('the nine charts of a record', () => {
  test('have a sentence and a table each, in both languages', () => {
    for (const language of ['en', 'zh'] as const) {
      chooseLanguage(language);
      const charts = allCharts(analysed());
      expect(charts).toHaveLength(9);
      for (const { sentence, parts } of charts) {
        expect(/\p{Script=Han}/u.test(sentence)).toBe(language === 'zh');
        expect(sentence).not.toMatch(/undefined|NaN/);
        for (const { table } of parts)
          for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
      }
    }
  });

  test('tell of the rounds up to the position and hold all rounds that are shown', () => {
    const [early, late] = [ordersChart(analysed(2)), ordersChart(analysed(last))];
    const seats = analysed().last.card.seats.length;
    expect(early.sentence).toContain(`Of ${2 * seats} orders`);
    expect(late.sentence).toContain(`Of ${last * seats} orders`);
    expect(early.parts[0]?.table.rows).toEqual(late.parts[0]?.table.rows);
  });

  test('hold nothing of later rounds where these are hidden', () => {
    const of = analysed(2, true);
    for (const { parts } of allCharts(of))
      for (const { table } of parts)
        for (const round of table.rounds ?? []) expect(round).toBeLessThanOrEqual(2);
    expect(of.counts.every(({ round }) => round <= 2)).toBe(true);
    expect(of.last.table.trail.direction).toHaveLength(3);
    expect(allCharts(analysed(0, true)).every(({ sentence }) => sentence !== '')).toBe(true);
  });

  test('the dial’s band stands beside it, by the bounds of the dial', () => {
    const bands = words.value.play.dial.bands;
    const rows = courseChart(analysed()).parts[0]?.table.rows ?? [];
    expect(rows).toHaveLength(last + 1);
    for (const [, dial, , , band] of rows) {
      const value = Number(dial);
      const place = value < -12 ? 0 : value < 0 ? 1 : value < 11 ? 2 : value < 22 ? 3 : 4;
      expect(band).toBe(bands[place]);
    }
  });

  test('orders of a round add up to one for each state', () => {
    const [part] = ordersChart(analysed()).parts;
    const seats = analysed().last.card.seats.length;
    for (let round = 1; round <= last; round += 1) {
      const rows = (part?.table.rows ?? []).filter(([of]) => of === round);
      expect(rows.reduce((sum, [, , people, bots]) => sum + Number(people) + Number(bots), 0)).toBe(seats);
    }
  });

  test('the stairs of each score end where the session put it', () => {
    const of = analysed();
    for (const [index, { id }] of of.last.card.seats.entries()) {
      const steps = scoreChart(of, id).parts[0]?.table.rows ?? [];
      expect(Number(steps.at(-1)?.[3]) * 10_000).toBeCloseTo(
        at(source.tableAt(source.length).world.score, index),
        3,
      );
    }
  });

  test('the measures are those of the worlds after each round', () => {
    const table = source.tableAt(source.length);
    const measured = measureRounds(table);
    expect(measured).toHaveLength(last + 1);
    expect(measured.at(-1)).toEqual(measureWorld(table.basis.setting, table.world));
    expect(measured[0]).toEqual(measureWorld(table.basis.setting, at(table.roundStarts, 0)));
  });

  test('the table of trust is that of the round where the record stands', () => {
    const view = analysed(1).views[1]!;
    const row = trustChart(analysed(1)).parts[0]?.table.rows[0];
    expect(row?.[2]).toBe((view.table.trust[1] ?? 0) / 10);
    const opening = trustChart(analysed(0)).parts[0]?.table.rows ?? [];
    expect(opening.every(([, , , change]) => change === 0)).toBe(true);
  });
});

describe('what the eyes may not know', () => {
  test('is in no chart: points of other states before the end', () => {
    const [own = '', other = ''] = analysed().last.card.seats.map(({ id }) => id);
    const observers = analysed(2, true);
    expect(observers.partsOf(own)).toBeNull();
    expect(scoreChart(observers, own).parts[0]?.table.rows).toEqual([]);
    const mine = analysed(2, true, { kind: 'participantAfterEnd', seat: own });
    expect(mine.partsOf(own)).toHaveLength(2);
    expect(mine.partsOf(other)).toBeNull();
    expect(analysed(2, true, { kind: 'host' }).partsOf(other)).toHaveLength(2);
    expect(analysed().partsOf(other)).toHaveLength(last);
  });

  test('are expectations of other states before the end', () => {
    const [own = '', other = ''] = analysed().last.card.seats.map(({ id }) => id);
    const withExpectations = (table: SessionState): SessionState => ({
      ...table,
      rounds: table.rounds.map((round) => ({
        ...round,
        expectations: {
          [own]: { seat: other, family: 'securitize' },
          [other]: { seat: own, family: 'cooperate' },
        },
      })),
    });
    const running = withExpectations(source.tableAt(source.breaks[2] ?? 0));
    const seen = (table: SessionState, viewer: Viewer) =>
      expectationsFor(table, viewer).map(({ round, seat }) => `${round} ${seat}`);
    expect(seen(running, { kind: 'observer' })).toEqual([]);
    expect(seen(running, { kind: 'participantAfterEnd', seat: own })).toEqual([`1 ${own}`, `2 ${own}`]);
    expect(seen(running, { kind: 'host' })).toHaveLength(4);
    const ended = withExpectations(source.tableAt(source.length));
    expect(seen(ended, { kind: 'observer' })).toHaveLength(2 * last);
  });

  test('secret agreements count for their parties alone', () => {
    const rows = (viewer: Viewer) => promisesChart(analysed(last, false, viewer)).parts[0]?.table.rows ?? [];
    const sum = (of: ReturnType<typeof rows>) =>
      of.reduce((all, [, kept, broken]) => all + Number(kept) + Number(broken), 0);
    expect(sum(rows({ kind: 'host' }))).toBeGreaterThanOrEqual(sum(rows({ kind: 'observer' })));
  });
});

describe('a table', () => {
  const table = {
    columns: [{ name: 'State' }, { name: 'Points', digits: 1, signed: true }],
    rows: [['=cmd', -1.84] as const, ['B, or C', 2] as const],
  };

  test('is saved with a mark for spreadsheets, plain numbers, and no formula that would run', () => {
    expect(chartCsv(table)).toBe('\uFEFFState,Points\r\n\'=cmd,-1.8\r\n"B, or C",2.0\r\n');
  });

  test('is shown with true signs', () => {
    expect(cellText(-1.84, { name: '', digits: 1 })).toBe('−1.8');
    expect(cellText(2, { name: '', digits: 1, signed: true })).toBe('+2.0');
    expect(cellText(12, { name: '' })).toBe('12');
    expect(cellText(-0.001, { name: '', digits: 2 })).toBe('0.00');
    expect(cellText(null, { name: '' })).toBe('');
  });
});
