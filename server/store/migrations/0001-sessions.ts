/** Sessions, their log lines, free texts beside the chain, tokens (hashes only), and a row for test writes. */
export const sessionTables = `
CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  search_text TEXT NOT NULL,
  header TEXT NOT NULL,
  header_hash TEXT NOT NULL,
  created INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'ended')),
  head_seq INTEGER NOT NULL,
  head_hash TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_by_status ON sessions (status, created);
CREATE TABLE lines (
  session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  key TEXT NOT NULL,
  hash TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (session, seq),
  UNIQUE (session, key)
) STRICT;
CREATE TABLE texts (
  session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  salt TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (session, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE tokens (
  token_hash TEXT PRIMARY KEY,
  session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('delegate', 'host')),
  seat TEXT,
  holder TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE probes (id INTEGER PRIMARY KEY CHECK (id = 1), count INTEGER NOT NULL) STRICT;
INSERT INTO probes VALUES (1, 0);
`;
