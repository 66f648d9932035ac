import { type CastingContext, stringify } from 'csv-stringify/browser/esm/sync';
import type { FilledTable } from './allTables.ts';
import type { FieldDeclared } from './fields.ts';

/** Writes a time in milliseconds since 1970 as text in UTC (ISO 8601); the caller provides it, because `shared` has no clock. */
export type TimeText = (ms: number) => string;

/** What CSV is made of; null is an empty cell. */
export type CsvCell = string | number | bigint | boolean | null;

/** How a file of rows is written, where it is not as usual. */
export interface CsvStyle {
  /** A byte-order mark, by which spreadsheets know UTF-8. */
  readonly bom?: boolean;
  /** Writes a number of a column, by its index. */
  readonly number?: (value: number, column: number) => string;
}

/**
 * Rows as CSV (RFC 4180), each line with its end. A text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function csvText(
  rows: readonly (readonly CsvCell[])[],
  { bom = false, number = String }: CsvStyle = {},
): string {
  return stringify([...rows], {
    bom,
    escape_formulas: true,
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    cast: {
      number: (value: number, { index }: CastingContext) => number(value, index),
      bigint: (value: bigint) => String(value),
      boolean: (value: boolean) => (value ? 'true' : 'false'),
    },
  });
}

/** A table as CSV with a byte-order mark. */
export function tableCsv({ table, rows }: FilledTable, timeText: TimeText): string {
  const fields = Object.values(table.fields);
  return csvText([Object.keys(table.fields), ...rows], {
    bom: true,
    number: (value, column) => numberText(value, fields[column], timeText),
  });
}

/** A stored integer as a decimal with six places, exactly. */
export function decimalText(micro: number): string {
  const digits = String(Math.abs(micro)).padStart(PLACES + 1, '0');
  return `${micro < 0 ? '-' : ''}${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`;
}

/** Places of a millionth. */
const PLACES = 6;

function numberText(value: number, field: FieldDeclared | undefined, timeText: TimeText): string {
  if (field?.kind === 'micro') return decimalText(value);
  return field?.kind === 'time' ? timeText(value) : String(value);
}
