import { parquetReadObjects } from 'hyparquet';
import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { csvText } from '#shared/export/csvText.ts';
import type { Column, ColumnType, Sheet, Value } from './tables.ts';

/** A sheet as the bytes of a Parquet file (Snappy). */
export function parquetOf(sheet: Sheet): Uint8Array {
  return parquetOfParts([sheet]);
}

/** Concatenates sheets of one table into the bytes of one Parquet file: a row group or more each. */
export function parquetOfParts(parts: readonly Sheet[]): Uint8Array {
  const writer = new ByteWriter();
  const sources = parts.map(({ columns }) => columns.map(sourceOf));
  const schema = schemaFromColumnData({ columnData: sources[0] ?? [] });
  const file = new ParquetWriter({ writer, schema });
  for (const columnData of sources) void file.write({ columnData });
  void file.finish();
  return writer.getBytes();
}

function sourceOf({ name, type, nullable, values }: Column): ColumnSource {
  return { name, type, nullable, data: [...values] };
}

/** Reads the bytes of a Parquet file into a sheet with the columns of a given sheet. Rejects if it is no such file. */
export async function sheetFrom(bytes: Uint8Array, like: Omit<Sheet, 'rows'>): Promise<Sheet> {
  const file = new Uint8Array(bytes).buffer;
  const rows = await parquetReadObjects({ file });
  const columns = like.columns.map(({ name, type, nullable }): Column => {
    return { name, type, nullable, values: rows.map((row) => valueFrom(row[name], type)) };
  });
  return { id: like.id, rows: rows.length, columns };
}

function valueFrom(value: unknown, type: ColumnType): Value {
  if (value === null || value === undefined) return null;
  if (type === 'INT64' && (typeof value === 'bigint' || typeof value === 'number')) return BigInt(value);
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  throw new TypeError(`a field holds a ${typeof value}, not ${type}`);
}

/** A sheet as CSV text with a header row; `withHead` false omits the header. */
export function csvOf({ columns, rows }: Sheet, withHead = true): string {
  const head = withHead ? [columns.map(({ name }) => name)] : [];
  const lines = Array.from({ length: rows }, (_, row) => columns.map(({ values }) => values[row] ?? null));
  return csvText([...head, ...lines]);
}
