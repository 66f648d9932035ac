import {
  type NewGathering,
  type StoredAct,
  type StoredGathering,
  StoreError,
  type TablePlace,
} from './sessionStore.ts';
import type { Row, Statements } from './statements.ts';

/** The operations on events of many tables, synchronous. */
interface GatheringOperations {
  readonly createGathering: (gathering: NewGathering) => void;
  readonly gatherings: () => readonly StoredGathering[];
  readonly addAct: (gathering: string, act: StoredAct) => void;
  readonly acts: (gathering: string) => readonly StoredAct[];
}

/** The operations on events of many tables, with their list of acts, which only grows. */
export function gatheringOperations(sql: Statements): GatheringOperations {
  return {
    createGathering: (gathering) => createGathering(sql, gathering),
    gatherings: () =>
      sql.all('SELECT * FROM gatherings ORDER BY created, id').map((row) => gatheringOf(sql, row)),
    addAct: (gathering, act) => addAct(sql, gathering, act),
    acts: (gathering) =>
      sql.all('SELECT * FROM gathering_acts WHERE gathering = ? ORDER BY seq', gathering).map(actOf),
  };
}

/** Throws `codeTaken` if an event has the code; no session may take it then. */
export function mustBeNoGathering(sql: Statements, code: string): void {
  if (sql.all('SELECT 1 FROM gatherings WHERE code = ?', code).length > 0) throw taken();
}

/** Notes which table of which event a new session is. */
export function placeTable(sql: Statements, session: string, { gathering, number }: TablePlace): void {
  const insert = 'INSERT INTO gathering_tables (session, gathering, number) VALUES (?, ?, ?)';
  sql.run(insert, session, gathering, number);
}

/** Removes a session for good, and with its last table the event. */
export function removeSession(sql: Statements, session: string): void {
  const [place] = sql.all('SELECT gathering FROM gathering_tables WHERE session = ?', session);
  sql.run('DELETE FROM sessions WHERE id = ?', session);
  if (place === undefined) return;
  const gathering = String(place['gathering']);
  if (sql.all('SELECT 1 FROM gathering_tables WHERE gathering = ? LIMIT 1', gathering).length === 0)
    sql.run('DELETE FROM gatherings WHERE id = ?', gathering);
}

function createGathering(sql: Statements, { id, code, opening, created }: NewGathering): void {
  mustBeNoGathering(sql, code);
  if (sql.all('SELECT 1 FROM sessions WHERE code = ?', code).length > 0) throw taken();
  sql.run(
    'INSERT INTO gatherings (id, code, opening, created) VALUES (?, ?, ?, ?)',
    id,
    code,
    opening,
    created,
  );
}

function addAct(sql: Statements, gathering: string, { seq, at, body }: StoredAct): void {
  const last = sql.all('SELECT max(seq) AS last FROM gathering_acts WHERE gathering = ?', gathering);
  if (seq !== Number(last[0]?.['last'] ?? 0) + 1)
    throw new StoreError('fenced', 'The act does not follow the last one.');
  const insert = 'INSERT INTO gathering_acts (gathering, seq, at, body) VALUES (?, ?, ?, ?)';
  sql.run(insert, gathering, seq, at, body);
}

function taken(): StoreError {
  return new StoreError('codeTaken', 'The code is in use.');
}

function gatheringOf(sql: Statements, row: Row): StoredGathering {
  const id = String(row['id']);
  const tables = sql
    .all(
      `SELECT session, number, code FROM gathering_tables JOIN sessions ON sessions.id = session
       WHERE gathering = ? ORDER BY number`,
      id,
    )
    .map((table) => ({
      session: String(table['session']),
      number: Number(table['number']),
      code: String(table['code']),
    }));
  const { code, opening, created } = row;
  return { id, code: String(code), opening: String(opening), created: Number(created), tables };
}

function actOf(row: Row): StoredAct {
  return { seq: Number(row['seq']), at: Number(row['at']), body: String(row['body']) };
}
