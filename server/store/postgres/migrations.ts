import type { ClientBase } from 'pg';
import { StoreError } from '../sessionStore.ts';

/**
 * The tables that the migrations of SQLite lead to, with the same names and columns. Texts sort by their bytes, as there.
 */
const firstTables = `
CREATE TABLE sessions (
  id TEXT COLLATE "C" PRIMARY KEY,
  code TEXT COLLATE "C" NOT NULL UNIQUE,
  search_text TEXT COLLATE "C" NOT NULL,
  header TEXT COLLATE "C" NOT NULL,
  header_hash TEXT COLLATE "C" NOT NULL,
  created BIGINT NOT NULL,
  status TEXT COLLATE "C" NOT NULL CHECK (status IN ('open', 'ended')),
  head_seq BIGINT NOT NULL,
  head_hash TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL DEFAULT '',
  note TEXT COLLATE "C" NOT NULL DEFAULT '',
  tags TEXT COLLATE "C" NOT NULL DEFAULT '[]',
  library_text TEXT COLLATE "C" NOT NULL DEFAULT '',
  origin TEXT COLLATE "C",
  practice INTEGER NOT NULL DEFAULT 0,
  keep_days BIGINT,
  deleted BIGINT,
  last_entry BIGINT,
  cancelled INTEGER NOT NULL DEFAULT 0,
  scenario TEXT COLLATE "C"
);
CREATE INDEX sessions_by_status ON sessions (status, created);
CREATE INDEX sessions_by_created ON sessions (created);
CREATE TABLE lines (
  session TEXT COLLATE "C" NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  seq BIGINT NOT NULL,
  at BIGINT NOT NULL,
  key TEXT COLLATE "C" NOT NULL,
  hash TEXT COLLATE "C" NOT NULL,
  body TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (session, seq),
  UNIQUE (session, key)
);
CREATE TABLE texts (
  session TEXT COLLATE "C" NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  id TEXT COLLATE "C" NOT NULL,
  salt TEXT COLLATE "C" NOT NULL,
  value TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (session, id)
);
CREATE TABLE tokens (
  token_hash TEXT COLLATE "C" PRIMARY KEY,
  session TEXT COLLATE "C" NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('delegate', 'host')),
  seat TEXT COLLATE "C",
  holder TEXT COLLATE "C" NOT NULL
);
CREATE INDEX tokens_by_session ON tokens (session);
CREATE TABLE share_links (
  secret_hash TEXT COLLATE "C" PRIMARY KEY,
  session TEXT COLLATE "C" NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  names INTEGER NOT NULL,
  made BIGINT NOT NULL
);
CREATE INDEX share_links_by_session ON share_links (session, made);
CREATE TABLE settings (key TEXT COLLATE "C" PRIMARY KEY, value TEXT COLLATE "C" NOT NULL);
CREATE TABLE packs (
  id TEXT COLLATE "C" PRIMARY KEY,
  version BIGINT NOT NULL,
  hash TEXT COLLATE "C" NOT NULL,
  body TEXT COLLATE "C" NOT NULL,
  practice INTEGER NOT NULL DEFAULT 0,
  kept BIGINT NOT NULL
);
CREATE TABLE gatherings (
  id TEXT COLLATE "C" PRIMARY KEY,
  code TEXT COLLATE "C" NOT NULL UNIQUE,
  opening TEXT COLLATE "C" NOT NULL,
  created BIGINT NOT NULL
);
CREATE TABLE gathering_tables (
  session TEXT COLLATE "C" PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
  gathering TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL,
  UNIQUE (gathering, number)
);
CREATE TABLE gathering_acts (
  gathering TEXT COLLATE "C" NOT NULL REFERENCES gatherings (id) ON DELETE CASCADE,
  seq BIGINT NOT NULL,
  at BIGINT NOT NULL,
  body TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (gathering, seq)
);
CREATE TABLE probes (id BIGINT PRIMARY KEY CHECK (id = 1), count BIGINT NOT NULL);
INSERT INTO probes VALUES (1, 0);
`;

/** Servers that share the database, and which of them runs a session; SQLite has one server and needs neither. */
const servers = `
CREATE TABLE servers (
  id TEXT COLLATE "C" PRIMARY KEY,
  address TEXT COLLATE "C" NOT NULL,
  key_print TEXT COLLATE "C" NOT NULL,
  lease_until TIMESTAMPTZ NOT NULL
);
CREATE TABLE claims (
  session TEXT COLLATE "C" PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
  server TEXT COLLATE "C" NOT NULL
);
CREATE INDEX claims_by_server ON claims (server);
`;

const coHosts = `
CREATE TABLE co_hosts (
  id TEXT COLLATE "C" PRIMARY KEY,
  gathering TEXT COLLATE "C" NOT NULL REFERENCES gatherings (id) ON DELETE CASCADE,
  name TEXT COLLATE "C" NOT NULL,
  made BIGINT NOT NULL
);
ALTER TABLE gathering_tables ADD COLUMN co_host TEXT COLLATE "C";
`;

/** In order; a database with the first n applied says n in `schema_version`. Add at the end only. */
const migrations: readonly string[] = [firstTables, servers, coHosts];

const NEWER = 'The database was made by a newer version of this program.';

/** Held while the tables are brought up to date, so that servers which start together do it one after another. */
const MIGRATION_LOCK = 7_346_501;

/** Brings a database to the current tables, all steps in one transaction. Rejects on one made by a newer program. */
export async function migratePostgres(client: ClientBase): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await client.query('CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)');
    const { rows } = await client.query<{ version: string }>('SELECT version FROM schema_version');
    const done = Number(rows[0]?.version ?? 0);
    if (done > migrations.length) throw new StoreError('unavailable', NEWER);
    for (const sql of migrations.slice(done)) await client.query(sql);
    if (done < migrations.length) {
      await client.query('DELETE FROM schema_version');
      await client.query('INSERT INTO schema_version VALUES ($1)', [migrations.length]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Rejects, with what to do, unless the tables are the current ones: a command beside a server changes none. */
export async function mustBeCurrent(client: ClientBase): Promise<void> {
  const known = await client.query<{ known: boolean }>(
    "SELECT to_regclass('schema_version') IS NOT NULL AS known",
  );
  const { rows } =
    known.rows[0]?.known === true
      ? await client.query<{ version: string }>('SELECT version FROM schema_version')
      : { rows: [] };
  const version = Number(rows[0]?.version ?? 0);
  if (version > migrations.length) throw new StoreError('unavailable', NEWER);
  if (version < migrations.length)
    throw new StoreError(
      'unavailable',
      'The database has no tables of this program yet. Start the server on it first.',
    );
}
