import {
  type NewGathering,
  type StoredAct,
  type StoredCoHost,
  type StoredGathering,
  StoreError,
  type TablePlace,
} from './sessionStore.ts';
import { all, DuplicateRow, type Row, run, type Work } from './work.ts';

/** Refuses a code that an event has; no session may take it then. */
export function* mustBeNoGathering(code: string): Work<void> {
  if ((yield* all('SELECT 1 FROM gatherings WHERE code = ?', code)).length > 0) throw taken();
}

/** Notes which table of which event a new session is. */
export function placeTable(session: string, { gathering, number }: TablePlace): Work<void> {
  const insert = 'INSERT INTO gathering_tables (session, gathering, number) VALUES (?, ?, ?)';
  return run(insert, session, gathering, number);
}

/** Removes a session for good, and with its last table the event. */
export function* removeSession(session: string): Work<void> {
  const [place] = yield* all('SELECT gathering FROM gathering_tables WHERE session = ?', session);
  yield* run('DELETE FROM sessions WHERE id = ?', session);
  if (place === undefined) return;
  const gathering = String(place['gathering']);
  const left = yield* all('SELECT 1 FROM gathering_tables WHERE gathering = ? LIMIT 1', gathering);
  if (left.length === 0) yield* run('DELETE FROM gatherings WHERE id = ?', gathering);
}

/** Keeps an event of many tables, which has none yet; refuses a code that is in use. */
export function* keepGathering({ id, code, opening, created }: NewGathering): Work<void> {
  yield* mustBeNoGathering(code);
  if ((yield* all('SELECT 1 FROM sessions WHERE code = ?', code)).length > 0) throw taken();
  const insert = 'INSERT INTO gatherings (id, code, opening, created) VALUES (?, ?, ?, ?)';
  yield* run(insert, id, code, opening, created);
}

/** Every event, or the one with a code, with its tables; the oldest first. */
export function* keptGatherings(code?: string): Work<readonly StoredGathering[]> {
  const rows =
    code === undefined
      ? yield* all('SELECT * FROM gatherings ORDER BY created, id')
      : yield* all('SELECT * FROM gatherings WHERE code = ?', code);
  const found: StoredGathering[] = [];
  for (const row of rows) found.push(yield* gatheringOf(row));
  return found;
}

/** Adds what a host did to an event; refuses an act that does not follow the last one. */
export function* keepAct(gathering: string, { seq, at, body }: StoredAct): Work<void> {
  const [row] = yield* all('SELECT max(seq) AS last FROM gathering_acts WHERE gathering = ?', gathering);
  if (seq !== Number(row?.['last'] ?? 0) + 1)
    throw new StoreError('fenced', 'The act does not follow the last one.');
  const insert = 'INSERT INTO gathering_acts (gathering, seq, at, body) VALUES (?, ?, ?, ?)';
  try {
    yield* run(insert, gathering, seq, at, body);
  } catch (error) {
    throw error instanceof DuplicateRow ? new StoreError('fenced', 'Another act was quicker.') : error;
  }
}

/** What hosts did to an event, in order. */
export function* keptActs(gathering: string): Work<readonly StoredAct[]> {
  const rows = yield* all('SELECT * FROM gathering_acts WHERE gathering = ? ORDER BY seq', gathering);
  return rows.map((row) => ({ seq: Number(row['seq']), at: Number(row['at']), body: String(row['body']) }));
}

/** Keeps somebody to whom the host of an event gives a link. */
export function keepCoHost(gathering: string, { id, name, madeMs }: StoredCoHost): Work<void> {
  return run(
    'INSERT INTO co_hosts (id, gathering, name, made) VALUES (?, ?, ?, ?)',
    id,
    gathering,
    name,
    madeMs,
  );
}

/** Removes a co-host with their tokens; nobody is in charge of their tables then. */
export function* removeCoHost(gathering: string, id: string): Work<void> {
  yield* run('DELETE FROM co_hosts WHERE gathering = ? AND id = ?', gathering, id);
  yield* run(
    "DELETE FROM tokens WHERE kind = 'host' AND holder = ? AND session IN (SELECT session FROM gathering_tables WHERE gathering = ?)",
    id,
    gathering,
  );
  yield* run('UPDATE gathering_tables SET co_host = NULL WHERE gathering = ? AND co_host = ?', gathering, id);
}

/** Puts a co-host in charge of tables, or nobody. */
export function* keepCharge(
  gathering: string,
  numbers: readonly number[],
  coHost: string | null,
): Work<void> {
  const update = 'UPDATE gathering_tables SET co_host = ? WHERE gathering = ? AND number = ?';
  for (const number of numbers) yield* run(update, coHost, gathering, number);
}

function taken(): StoreError {
  return new StoreError('codeTaken', 'The code is in use.');
}

function* gatheringOf(row: Row): Work<StoredGathering> {
  const id = String(row['id']);
  const tables = yield* all(
    `SELECT session, number, code, co_host FROM gathering_tables JOIN sessions ON sessions.id = session
     WHERE gathering = ? ORDER BY number`,
    id,
  );
  const coHosts = yield* all('SELECT * FROM co_hosts WHERE gathering = ? ORDER BY made, id', id);
  const { code, opening, created } = row;
  return {
    id,
    code: String(code),
    opening: String(opening),
    created: Number(created),
    tables: tables.map((table) => ({
      session: String(table['session']),
      number: Number(table['number']),
      code: String(table['code']),
      coHost: table['co_host'] === null ? null : String(table['co_host']),
    })),
    coHosts: coHosts.map((one) => ({
      id: String(one['id']),
      name: String(one['name']),
      madeMs: Number(one['made']),
    })),
  };
}
