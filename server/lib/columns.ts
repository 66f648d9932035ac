import { at } from '#shared/lib/at.ts';

/** Aligns rows of text in columns: the first one left, the others right. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(at(widths, 0)) : cell.padStart(at(widths, column))))
      .join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}
