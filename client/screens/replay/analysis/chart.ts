import type { PlotOptions } from '@observablehq/plot';
import { points, signedPoints } from '../../../text/number.ts';

/** What a column of a table holds: words, counts, or numbers with so many decimals, with their sign if it is a change. */
export interface ChartColumn {
  readonly name: string;
  readonly digits?: number;
  readonly signed?: boolean;
}

/** What is in a cell; numbers are in the unit that readers see. */
export type ChartCell = string | number | null;

/** The numbers of a drawing as a table. */
export interface ChartTable {
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly (readonly ChartCell[])[];
  /** The round that each row is of, where rows are of rounds. */
  readonly rounds?: readonly number[];
}

/** Draws at a width in pixels; textures of this drawing have names that begin with `id`. */
export type DrawChart = (width: number, id: string) => PlotOptions;

/** One drawing of a chart, with its table. Without `draw` there is nothing to draw, and `none` says why. */
export interface ChartPart {
  /** Names its files and textures. */
  readonly id: string;
  readonly name: string;
  readonly legend: string;
  readonly draw: DrawChart | null;
  readonly none?: string;
  readonly table: ChartTable;
}

/** A chart: what it asks, what it shows in a sentence, and its drawings. */
export interface RecordChart {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  readonly parts: readonly ChartPart[];
}

/** A cell as a page shows it. */
export function cellText(cell: ChartCell, { digits = 0, signed = false }: ChartColumn): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (digits === 1) return (signed ? signedPoints : points)(cell * 10);
  const written = cell.toFixed(digits);
  return Number(written) === 0 ? written.replace('-', '') : written.replace('-', '\u2212');
}
