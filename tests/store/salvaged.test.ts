import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { migrate } from '../../server/store/migrations/migrate.ts';
import { TABLES } from '../../server/store/salvage.ts';

test('what is carried over from a damaged database, and moved to another one, are all its tables', () => {
  const database = new DatabaseSync(':memory:');
  migrate(database);
  const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  // The probes hold a number that counts test writes.
  const wanted = names.map(({ name }) => String(name)).filter((name) => name !== 'probes');
  expect(TABLES.map(({ name }) => name).toSorted()).toEqual(wanted.toSorted());
});
