import type { DatabaseSync } from 'node:sqlite';

/** The sessions' tables are there, none was ever made, or some of them are gone or another program's. */
type Tables = 'there' | 'none' | 'lost';

/** What tables of ours a database holds. Throws where its pages cannot be read. */
export function tablesIn(database: DatabaseSync): Tables {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (version === 0) return 'none';
  const wanted = [
    'sessions',
    'lines',
    'texts',
    'tokens',
    'probes',
    ...(version > 1 ? ['settings'] : []),
    ...(version > 4 ? ['packs'] : []),
    ...(version > 5 ? ['share_links'] : []),
    ...(version > 6 ? ['gatherings', 'gathering_tables', 'gathering_acts'] : []),
    ...(version > 8 ? ['co_hosts'] : []),
  ];
  const names = new Set(
    database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all()
      .map(({ name }) => name),
  );
  return wanted.every((name) => names.has(name)) ? 'there' : 'lost';
}
