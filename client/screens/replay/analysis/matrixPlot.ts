import { cell, text, type Markish, type PlotOptions } from '@observablehq/plot';
import { isNarrow, plotOf } from './plotParts.ts';

/** A field of a table of numbers. */
export interface MatrixCell {
  readonly row: number;
  readonly column: number;
  /** 0 is empty, 1 full. */
  readonly share: number;
  readonly value: string;
  /** A sign in the corner. */
  readonly sign?: string;
}

interface MatrixNames {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** What a field says when somebody rests on it. */
  readonly title: (cell: MatrixCell) => string;
}

/** Below this size a field has no room for a number. */
const LEAST_FOR_WORDS = 20;

/** Numbers as fields that are the fuller the larger they are, with the number in each where there is room. */
export function matrixPlot(
  width: number,
  cells: readonly MatrixCell[],
  { rows, columns, title }: MatrixNames,
  extra: readonly Markish[] = [],
): PlotOptions {
  const left = isNarrow(width) ? 92 : 120;
  const size = Math.min(46, Math.max(6, (width - left - 36) / columns.length));
  const isSteep = isNarrow(width) || columns.length > 5;
  const top = isSteep ? 92 : 40;
  const look = { fill: 'var(--light)', fillOpacity: ({ share }: MatrixCell) => share * 0.8 };
  return plotOf(width, top + size * rows.length + 8, {
    marginLeft: left,
    marginTop: top,
    marginBottom: 8,
    marginRight: Math.max(8, width - left - size * columns.length),
    x: { ...bandOf(columns), axis: 'top', tickRotate: isSteep ? -50 : 0 },
    y: bandOf(rows),
    opacity: { type: 'identity' },
    marks: [
      cell(cells, { x: 'column', y: 'row', ...look, stroke: 'var(--line)', title }),
      ...extra,
      ...(size < LEAST_FOR_WORDS ? [] : wordsIn(cells, size)),
    ],
  });
}

function bandOf(names: readonly string[]) {
  return {
    type: 'band',
    domain: names.map((_, index) => index),
    tickFormat: (index: number) => names[index] ?? '',
    tickSize: 0,
    label: null,
    padding: 0.05,
  } as const;
}

function wordsIn(cells: readonly MatrixCell[], size: number): readonly Markish[] {
  const look = { x: 'column', y: 'row', className: 'analysis-halo' };
  const signed = cells.filter(({ sign }) => sign !== undefined);
  return [
    text(cells, { ...look, text: 'value', fontSize: size < 26 ? 11 : 14 }),
    text(signed, { ...look, text: 'sign', dx: size / 2 - 6, dy: 8 - size / 2, fontSize: 10 }),
  ];
}
