/**
 * Events of many tables under one code (gatherings in code: an event is an entry of the log), which sessions are their tables, and
 * what the host did to several tables at once. A table outlives a damaged row of its event, so nothing points the other way.
 */
export const gatheringTables = `
CREATE TABLE gatherings (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  opening TEXT NOT NULL,
  created INTEGER NOT NULL
) STRICT;
CREATE TABLE gathering_tables (
  session TEXT PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
  gathering TEXT NOT NULL,
  number INTEGER NOT NULL,
  UNIQUE (gathering, number)
) STRICT;
CREATE TABLE gathering_acts (
  gathering TEXT NOT NULL REFERENCES gatherings (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (gathering, seq)
) STRICT, WITHOUT ROWID;
`;
