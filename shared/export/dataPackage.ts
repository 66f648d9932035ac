import { tablesDeclared } from './allTables.ts';
import type { FieldDeclared, TableDeclared } from './fields.ts';

/** The description of all tables as a Frictionless Data Package, version 1, as plain JSON. */
export function dataPackage(sessions: readonly string[]): object {
  return {
    profile: 'tabular-data-package',
    name: 'crossroads-sessions',
    title: 'Sessions of Crossroads',
    title_zh: '《Crossroads》对局数据',
    description: `Tables of ${sessions.length} session(s) of Crossroads, a negotiation game about global cyberspace governance: ${sessions.join(', ')}.`,
    resources: tablesDeclared.map(resourceOf),
  };
}

function resourceOf(table: TableDeclared): object {
  const { name, title, row, fields, key, references } = table;
  return {
    profile: 'tabular-data-resource',
    name: name.replaceAll('_', '-'),
    path: fileOf(table),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    title: title.en,
    title_zh: title.zh,
    description: row.en,
    description_zh: row.zh,
    schema: {
      fields: Object.entries(fields).map(([own, field]) => fieldOf(own, field)),
      missingValues: [''],
      primaryKey: key,
      foreignKeys: references.map((reference) => ({
        fields: reference.fields,
        reference: { resource: reference.table.replaceAll('_', '-'), fields: keyOf(reference.table) },
      })),
    },
  };
}

/** The file of a table. */
export function fileOf({ name }: Pick<TableDeclared, 'name'>): string {
  return `${name}.csv`;
}

/** The fields by which rows of a table are referred to. */
function keyOf(name: string): readonly string[] {
  const table = tablesDeclared.find((one) => one.name === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table.key;
}

const types: Readonly<Record<FieldDeclared['kind'], string>> = {
  text: 'string',
  whole: 'integer',
  micro: 'number',
  time: 'datetime',
  yes: 'boolean',
};

function fieldOf(name: string, field: FieldDeclared): object {
  const { kind, meaning, unit, least, most, words, optional } = field;
  return {
    name,
    type: types[kind],
    description: meaning.en,
    description_zh: meaning.zh,
    ...(unit === undefined ? {} : { unit }),
    constraints: {
      required: optional !== true,
      ...(least === undefined ? {} : { minimum: least }),
      ...(most === undefined ? {} : { maximum: most }),
      ...(words === undefined ? {} : { enum: words }),
    },
  };
}
