import type { Value } from './tables.ts';

/** Rows as CSV text (RFC 4180), each with its line end; an absent value is empty. */
export function csvText(rows: readonly (readonly Value[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(value: Value): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
