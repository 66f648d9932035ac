/**
 * People to whom the host of an event has given a link, by the name that the host typed, and which tables they are in charge of. The
 * secret of a link is derived from the server's key and stored nowhere.
 */
export const coHostsTable = `
CREATE TABLE co_hosts (
  id TEXT PRIMARY KEY,
  gathering TEXT NOT NULL REFERENCES gatherings (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  made INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
ALTER TABLE gathering_tables ADD COLUMN co_host TEXT;
`;
