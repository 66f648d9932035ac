import {
  StoreError,
  type Append,
  type NewSession,
  type TablePlace,
  type WholeRecord,
} from '../sessionStore.ts';
import type { Peer } from '../ownership.ts';
import { IS_ALIVE } from './lease.ts';
import { storeWork } from '../storeWork.ts';
import { all, changed, run, type Work } from '../work.ts';

const claim = (wanted: string): string => `INSERT INTO claims (session, server)
  SELECT wanted.id, mine.id FROM (${wanted}) AS wanted, servers AS mine WHERE mine.id = ? AND ${IS_ALIVE}
  ON CONFLICT (session) DO UPDATE SET server = excluded.server
  WHERE claims.server = excluded.server
    OR NOT EXISTS (SELECT 1 FROM servers WHERE servers.id = claims.server AND ${IS_ALIVE})`;

const oneSession = 'SELECT id FROM sessions WHERE id = ?';
const tablesOf = 'SELECT session AS id FROM gathering_tables WHERE gathering = ?';
const tablesBeside = (session: string): string => `SELECT other.session FROM gathering_tables AS mine
  JOIN gathering_tables AS other ON other.gathering = mine.gathering WHERE mine.session = ${session}`;
const runnerOf = (which: string): string => `SELECT servers.id, servers.address FROM claims
  JOIN servers ON servers.id = claims.server WHERE ${IS_ALIVE} AND claims.session IN (${which}) LIMIT 1`;

/**
 * Claims a session for a living server, and all tables of its event; returns what was claimed. Throws a `StoreError` (`fenced`) if
 * another living server has one of them, or if this one is not alive.
 */
export function* claimFor(server: string, session: string): Work<readonly string[]> {
  const gathering = yield* gatheringOf(session);
  // Two servers that want tables of one event come one after the other.
  if (gathering !== null) yield* all('SELECT id FROM gatherings WHERE id = ? FOR UPDATE', gathering);
  const [which, of] = gathering === null ? [oneSession, session] : [tablesOf, gathering];
  const wanted = (yield* all(which, of)).map(({ id }) => String(id));
  const claimed = yield* changed(claim(which), of, server);
  if (claimed < wanted.length) throw new StoreError('fenced', 'Another server runs the session.');
  return wanted;
}

/** Adds to a log as a server: rejects with `fenced` unless the session is claimed for it. No claim changes until the append is kept. */
export function* appendAs(server: string, append: Append): Work<void> {
  const held = yield* all(
    'SELECT 1 AS held FROM claims WHERE session = ? AND server = ? FOR SHARE',
    append.session,
    server,
  );
  if (held.length === 0) throw new StoreError('fenced', 'Another server runs the session.');
  yield* storeWork.append(append);
}

/** Opens a session and claims it for a server; a table of an event only where the server has the others. A record sleeps. */
export function* createAs(
  server: string,
  session: NewSession,
  record?: WholeRecord,
  place?: TablePlace,
): Work<void> {
  if (place !== undefined) yield* all('SELECT id FROM gatherings WHERE id = ? FOR UPDATE', place.gathering);
  yield* storeWork.create(session, record, place);
  if (record === undefined) yield* claimFor(server, session.id);
}

/** The living server that runs a session or another table of its event. */
export function* serverOfSession(session: string): Work<Peer | null> {
  const [row] = yield* all(runnerOf(`SELECT ?::text UNION ${tablesBeside('?')}`), session, session);
  return row === undefined ? null : { id: String(row['id']), address: String(row['address']) };
}

/** The living server that runs the session, or the event, with a code. */
export function* serverOfCode(code: string): Work<Peer | null> {
  const [row] = yield* all(
    `SELECT id FROM sessions WHERE code = ? UNION ALL
     SELECT session FROM gathering_tables JOIN gatherings ON gatherings.id = gathering WHERE gatherings.code = ? LIMIT 1`,
    code,
    code,
  );
  return row === undefined ? null : yield* serverOfSession(String(row['id']));
}

/** Codes of open sessions that no other living server has claimed and that are not among those awake here, in no order. */
export function* unrun(server: string, awake: readonly string[], limit: number): Work<readonly string[]> {
  const rows = yield* all(
    `SELECT code FROM sessions WHERE status = 'open' AND practice = 0 AND deleted IS NULL
       AND NOT id = ANY (string_to_array(?, ',')) AND NOT EXISTS (
       SELECT 1 FROM claims JOIN servers ON servers.id = claims.server
       WHERE claims.session = sessions.id AND servers.id <> ? AND ${IS_ALIVE}
     ) ORDER BY random() LIMIT ?`,
    awake.join(','),
    server,
    limit,
  );
  return rows.map(({ code }) => String(code));
}

/** What a server has claimed. */
export function* claimsOf(server: string): Work<readonly string[]> {
  return (yield* all('SELECT session FROM claims WHERE server = ?', server)).map(({ session }) =>
    String(session),
  );
}

/** Removes a server's claim. */
export function giveUpClaim(server: string, session: string): Work<void> {
  return run('DELETE FROM claims WHERE server = ? AND session = ?', server, session);
}

/** Whether any server uses the database. */
export function* isAnyAlive(): Work<boolean> {
  return (yield* all(`SELECT 1 AS alive FROM servers WHERE ${IS_ALIVE} LIMIT 1`)).length > 0;
}

function* gatheringOf(session: string): Work<string | null> {
  const [row] = yield* all('SELECT gathering FROM gathering_tables WHERE session = ?', session);
  return row === undefined ? null : String(row['gathering']);
}
