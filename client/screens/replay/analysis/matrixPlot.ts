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

/** Below this width no name can stand over a column beside the next one; below the other, only one that stands upright. */
const [LEAST_FOR_NAMES, LEAST_FOR_SLOPES] = [16, 22] as const;
/** The height of a name beside its row. */
const LINE = 16;

/**
 * Numbers as fields that are the fuller the larger they are, with the number in each where there is room. Where the columns
 * are too narrow for names, rows and columns have numbers, and the rows their names with them.
 */
export function matrixPlot(
  width: number,
  cells: readonly MatrixCell[],
  { rows, columns, title }: MatrixNames,
  extra: readonly Markish[] = [],
): PlotOptions {
  const left = isNarrow(width) ? 92 : 120;
  const fits = Math.min(46, Math.max(6, (width - left - 36) / columns.length));
  const isNumbered = fits < LEAST_FOR_NAMES;
  const beside = isNumbered ? left + 24 : left;
  const size = isNumbered ? Math.max(5, (width - beside - 12) / columns.length) : fits;
  const height = Math.max(size, LINE);
  const isSteep = isNarrow(width) || columns.length > 5 || columns.some((name) => widthOf(name) > fits);
  const top = isNumbered ? 28 : isSteep ? 92 : 40;
  const look = { fill: 'var(--light)', fillOpacity: ({ share }: MatrixCell) => share * 0.8 };
  return plotOf(width, top + height * rows.length + 8, {
    marginLeft: beside,
    marginTop: top,
    marginBottom: 8,
    marginRight: Math.max(8, width - beside - size * columns.length),
    x: isNumbered
      ? { ...bandOf(numbered(columns, Math.ceil(24 / size))), axis: 'top' }
      : { ...bandOf(columns), axis: 'top', tickRotate: !isSteep ? 0 : fits < LEAST_FOR_SLOPES ? -80 : -50 },
    y: bandOf(isNumbered ? rows.map((name, index) => `${index + 1} ${name}`) : rows),
    opacity: { type: 'identity' },
    marks: [
      cell(cells, { x: 'column', y: 'row', ...look, stroke: 'var(--line)', title }),
      ...extra,
      ...wordsIn(cells, size),
    ],
  });
}

/** About how wide a name is, in pixels. */
function widthOf(name: string): number {
  return Array.from(name).reduce((sum, letter) => sum + (letter > '\u2E7F' ? 14 : 8), 0);
}

/** A number for every so many columns, beginning with the first. */
function numbered(columns: readonly string[], every: number): readonly string[] {
  return columns.map((_, index) => (index % every === 0 ? `${index + 1}` : ''));
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

/** The numbers in their fields and the signs in their corners; where fields are too small for numbers, the signs alone. */
function wordsIn(cells: readonly MatrixCell[], size: number): readonly Markish[] {
  const look = { x: 'column', y: 'row', className: 'analysis-halo' };
  const signed = cells.filter(({ sign }) => sign !== undefined);
  if (size < LEAST_FOR_WORDS) return [text(signed, { ...look, text: 'sign', fontSize: 12 })];
  return [
    text(cells, { ...look, text: 'value', fontSize: size < 26 ? 11 : 14 }),
    text(signed, { ...look, text: 'sign', dx: size / 2 - 6, dy: 8 - size / 2, fontSize: 10 }),
  ];
}
