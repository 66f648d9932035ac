/** One column of a table of rows: the same names, each with its row's value of `key`. */
export function facet<Table extends Readonly<Record<string, object>>, Key extends keyof Table[keyof Table]>(
  table: Table,
  key: Key,
): { readonly [Name in keyof Table]: Table[Name][Key] };
export function facet(
  table: Readonly<Record<string, Readonly<Record<PropertyKey, unknown>>>>,
  key: PropertyKey,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(table).map(([name, row]) => [name, row[key]]));
}
