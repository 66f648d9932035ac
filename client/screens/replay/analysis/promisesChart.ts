import { barX, cell, ruleX, text, type PlotOptions } from '@observablehq/plot';
import { type KeptWord, keptWords } from '#shared/analysis/record/promises.ts';
import { families, type Family } from '#shared/model/actions.ts';
import { agreementsOf, seatName } from '../../../panels/lookup.ts';
import { asOneText, words } from '../../../text/language.ts';
import type { Analysed } from './analysed.ts';
import { analysisWords } from './analysisWords.ts';
import type { RecordChart, ChartPart } from './chart.ts';
import { type MatrixCell, matrixPlot } from './matrixPlot.ts';
import { isNarrow, plotOf, textureOf, textures } from './plotParts.ts';

/** Who can be believed: agreements kept and broken by state, and what was expected beside what was done. */
export function promisesChart(analysed: Analysed): RecordChart {
  const { promises } = analysisWords();
  return {
    id: 'promises',
    title: promises.title,
    sentence: asOneText(keptSentence(analysed), expectedSentence(analysed)),
    parts: [keptPart(analysed), expectedPart(analysed)],
  };
}

/** The agreements that these eyes may read, judged up to the round where the record stands. */
function keptIn({ last, now }: Analysed): readonly KeptWord[] {
  return keptWords(
    agreementsOf(last),
    last.card.seats.map(({ id }) => id),
    now,
  );
}

function keptSentence(analysed: Analysed): string {
  const { promises } = analysisWords();
  const rows = keptIn(analysed);
  const [worst] = rows;
  if (worst === undefined) return promises.none;
  const sum = (of: 'kept' | 'broken'): number => rows.reduce((all, row) => all + row[of], 0);
  return asOneText(
    promises.sentence(sum('kept'), sum('broken')),
    worst.broken === 0 ? '' : promises.most(seatName(analysed.last, worst.seat), worst.broken),
  );
}

function expectedIn({ expectations, now }: Analysed) {
  return expectations.filter(({ round }) => round <= now);
}

function expectedSentence(analysed: Analysed): string {
  const { promises } = analysisWords();
  const rows = expectedIn(analysed);
  if (rows.length === 0) return '';
  const count = (is: (expected: Family, done: Family) => boolean): number =>
    rows.filter(({ expected, done }) => is(expected, done)).length;
  return promises.expectation(
    rows.length,
    count((expected, done) => expected === done),
    count((expected, done) => expected === 'securitize' && done !== 'securitize'),
    count((expected, done) => expected !== 'securitize' && done === 'securitize'),
  );
}

function keptPart(analysed: Analysed): ChartPart {
  const { promises, state } = analysisWords();
  const rows = keptIn(analysed).map(({ seat, kept, broken }) => ({
    name: seatName(analysed.last, seat),
    kept,
    broken,
  }));
  return {
    id: 'promises',
    name: promises.name,
    legend: promises.legend,
    none: promises.none,
    draw: rows.length === 0 ? null : (width, id) => drawnKept(width, id, rows),
    table: {
      columns: [{ name: state }, { name: promises.kept }, { name: promises.broken }],
      rows: rows.map(({ name, kept, broken }) => [name, kept, broken]),
    },
  };
}

interface KeptRow extends Pick<KeptWord, 'kept' | 'broken'> {
  readonly name: string;
}

function drawnKept(width: number, id: string, rows: readonly KeptRow[]): PlotOptions {
  const [kept, broken] = [
    Math.max(1, ...rows.map((row) => row.kept)),
    Math.max(0, ...rows.map((row) => row.broken)),
  ];
  const beside = { y: 'name', textAnchor: 'start', dx: 5 } as const;
  return plotOf(width, rows.length * 26 + 30, {
    marginLeft: isNarrow(width) ? 92 : 130,
    marginTop: 8,
    marginBottom: 8,
    marginRight: 34,
    x: { axis: null, domain: [broken === 0 ? 0 : -broken - kept * 0.08, kept] },
    y: { type: 'band', domain: rows.map(({ name }) => name), label: null, tickSize: 0, padding: 0.24 },
    color: { type: 'identity' },
    marks: [
      textures(id, [['hatch', 'text']]),
      barX(rows, { x1: 0, x2: 'kept', y: 'name', fill: 'var(--text-2)' }),
      barX(rows, {
        x1: 0,
        x2: ({ broken: count }: KeptRow) => -count,
        y: 'name',
        fill: textureOf(id, 'hatch', 'text'),
        stroke: 'var(--text)',
      }),
      ruleX([0], { stroke: 'var(--text)' }),
      text(rows, { ...beside, x: 'kept', text: 'kept', fontWeight: 600 }),
      text(
        rows.filter((row) => row.broken > 0),
        {
          ...beside,
          x: ({ broken: count }: KeptRow) => -count,
          text: 'broken',
          textAnchor: 'end',
          dx: -5,
          fontWeight: 600,
        },
      ),
    ],
  });
}

interface ExpectedCount {
  readonly row: number;
  readonly column: number;
  readonly count: number;
}

function expectedPart(analysed: Analysed): ChartPart {
  const { promises, orders } = analysisWords();
  const rows = expectedIn(analysed);
  const { table, viewer } = analysed.last;
  const knowsAll = table.phase === 'ended' || viewer.kind === 'host';
  const names = families.map((family) => words.value.orders.familiesShort[family]);
  const counts = families.flatMap((expected, row) =>
    families.map(
      (done, column): ExpectedCount => ({
        row,
        column,
        count: rows.filter((one) => one.expected === expected && one.done === done).length,
      }),
    ),
  );
  return {
    id: 'expected',
    name: promises.expectedName,
    legend: promises.expectedLegend,
    none: knowsAll ? promises.nobodyExpected : promises.noneExpected,
    draw: rows.length === 0 ? null : (width) => drawnExpected(width, counts, names),
    table: {
      columns: [{ name: promises.expected }, { name: promises.done }, { name: orders.count }],
      rows:
        rows.length === 0
          ? []
          : counts.map(({ row, column, count }) => [names[row] ?? '', names[column] ?? '', count]),
    },
  };
}

function drawnExpected(
  width: number,
  counts: readonly ExpectedCount[],
  names: readonly string[],
): PlotOptions {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const cells = counts.map(({ row, column, count }) => ({
    row,
    column,
    share: count / most,
    value: String(count),
  }));
  const title = ({ row, column, value }: MatrixCell): string =>
    words.value.debrief.fear.cell(names[row] ?? '', names[column] ?? '', Number(value));
  const itself = (index: number): number => index;
  const frame = { x: itself, y: itself, fill: 'none', stroke: 'var(--text)', strokeWidth: 2 };
  const diagonal = cell(
    names.map((_, index) => index),
    frame,
  );
  return matrixPlot(width, cells, { rows: names, columns: names, title }, [diagonal]);
}
