import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { unzipSync } from 'fflate';
import { z } from 'zod';

const constraints = z.object({
  required: z.boolean(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  enum: z.array(z.string()).optional(),
});
const packageSchema = z.object({
  resources: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      schema: z.object({
        fields: z.array(z.object({ name: z.string(), type: z.string(), constraints })),
        primaryKey: z.array(z.string()),
        foreignKeys: z.array(
          z.object({
            fields: z.array(z.string()),
            reference: z.object({ resource: z.string(), fields: z.array(z.string()) }),
          }),
        ),
      }),
    }),
  ),
});
type Resource = z.infer<typeof packageSchema>['resources'][number];

/** The tables of a package in a database that enforces what the package declares. */
export interface DuckTables {
  rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): void;
}

/** Loads a package: a table a file, with the declared types, ranges, words and keys. Rejects where a row breaks one. */
export async function duckTables(zip: Uint8Array): Promise<DuckTables> {
  const directory = mkdtempSync(join(tmpdir(), 'crossroads-duck-'));
  const files = unzipSync(zip);
  for (const [name, bytes] of Object.entries(files))
    if (name.endsWith('.csv')) writeFileSync(join(directory, name), bytes);
  const { resources } = packageSchema.parse(JSON.parse(new TextDecoder().decode(files['datapackage.json'])));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const resource of resources) {
    await connection.run(createTable(resource));
    await connection.run(fillTable(resource, join(directory, resource.path)));
  }
  rmSync(directory, { recursive: true });
  return {
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

const types: Readonly<Record<string, string>> = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DECIMAL(18, 6)',
  datetime: 'TIMESTAMP',
  boolean: 'BOOLEAN',
};

const quoted = (name: string): string => `"${name}"`;
const listed = (names: readonly string[]): string => `(${names.map(quoted).join(', ')})`;

function createTable({ name, schema }: Resource): string {
  const fields = schema.fields.map(({ name: field, type, constraints: { required, ...range } }) => {
    const checks = [
      range.minimum === undefined ? [] : [`${quoted(field)} >= ${range.minimum}`],
      range.maximum === undefined ? [] : [`${quoted(field)} <= ${range.maximum}`],
      range.enum === undefined
        ? []
        : [`${quoted(field)} IN (${range.enum.map((word) => `'${word}'`).join(', ')})`],
    ].flat();
    return `${quoted(field)} ${types[type]}${required ? ' NOT NULL' : ''}${checks.map((check) => ` CHECK (${check})`).join('')}`;
  });
  const foreign = schema.foreignKeys.map(
    ({ fields: own, reference: { resource, fields: theirs } }) =>
      `FOREIGN KEY ${listed(own)} REFERENCES ${quoted(resource)} ${listed(theirs)}`,
  );
  const parts = [...fields, `PRIMARY KEY ${listed(schema.primaryKey)}`, ...foreign];
  return `CREATE TABLE ${quoted(name)} (${parts.join(', ')})`;
}

function fillTable({ name, schema }: Resource, file: string): string {
  const columns = schema.fields.map(({ name: field, type }) => `'${field}': '${types[type]}'`);
  return `INSERT INTO ${quoted(name)} SELECT * FROM read_csv('${file}', header = true, delim = ',', quote = '"', escape = '"', nullstr = '', columns = {${columns.join(', ')}})`;
}
