import type { DatabaseSync } from 'node:sqlite';
import { sessionTables } from './0001-sessions.ts';
import { settingsTable } from './0002-settings.ts';
import { libraryColumns } from './0003-library.ts';
import { cancelledColumn } from './0004-cancelled.ts';
import { packsTable } from './0005-packs.ts';
import { shareLinksTable } from './0006-share-links.ts';
import { gatheringTables } from './0007-gatherings.ts';
import { scenarioColumn } from './0008-scenario.ts';
import { coHostsTable } from './0009-co-hosts.ts';

/** In order; a database with the first n applied carries n as its `user_version`. Add at the end only. */
const migrations: readonly string[] = [
  sessionTables,
  settingsTable,
  libraryColumns,
  cancelledColumn,
  packsTable,
  shareLinksTable,
  gatheringTables,
  scenarioColumn,
  coHostsTable,
];

/** Brings a database to the current tables, each step in one transaction. Throws on one made by a newer program. */
export function migrate(database: DatabaseSync): void {
  const done = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (done > migrations.length) throw new Error('The database was made by a newer version of this program.');
  for (const [index, sql] of migrations.entries()) {
    if (index < done) continue;
    database.exec(`BEGIN IMMEDIATE; ${sql} PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
}
