import type { FreeText } from '#shared/log/line.ts';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import {
  type Append,
  type NewSession,
  type SessionStore,
  searchable,
  StoreError,
  type StoredLine,
  type StoredSession,
  type TablePlace,
  type TokenGrant,
  type WholeRecord,
} from './sessionStore.ts';
import { describeSession, expiredSessions, libraryFactsOf, sessionsFound } from './sqliteLibrary.ts';
import { gatheringOperations, mustBeNoGathering, placeTable, removeSession } from './sqliteGatherings.ts';
import { keepPack, keptPacks } from './sqlitePacks.ts';
import { shareLinkOperations } from './sqliteShareLinks.ts';
import type { Row, Statements } from './statements.ts';

/** The store's operations on one thread: synchronous, one after another. */
export type StoreOperations = {
  readonly [Name in keyof SessionStore]: (
    ...input: Parameters<SessionStore[Name]>
  ) => Awaited<ReturnType<SessionStore[Name]>>;
};

const appendHead =
  'UPDATE sessions SET head_seq = ?, head_hash = ?, status = ?, cancelled = ?, last_entry = ? WHERE id = ? AND head_seq = ? AND deleted IS NULL';
const insertLine = 'INSERT INTO lines (session, seq, at, key, hash, body) VALUES (?, ?, ?, ?, ?, ?)';
const insertSession = `INSERT INTO sessions (id, code, search_text, header, header_hash, created, status, head_seq, head_hash, practice, keep_days, origin)
  VALUES (?, ?, ?, ?, ?, ?, 'open', 0, ?, ?, ?, ?)`;
const insertText = 'INSERT INTO texts (session, id, salt, value) VALUES (?, ?, ?, ?)';
const deleteText = 'DELETE FROM texts WHERE session = ? AND id = ?';
const insertToken = 'INSERT INTO tokens (token_hash, session, kind, seat, holder) VALUES (?, ?, ?, ?, ?)';
const putSetting =
  'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value';

/** The operations on an open, migrated database. The caller handles transactions. */
export function tablesOf(database: DatabaseSync): StoreOperations {
  const sql = statementsOf(database);
  return {
    create: (session, record, place) => createSession(sql, session, record, place),
    append: (append) => appendLines(sql, append),
    read: (session, fromSeq = 1) =>
      sql
        .all('SELECT * FROM lines WHERE session = ? AND seq >= ? ORDER BY seq', session, fromSeq)
        .map(lineOf),
    byId: (session) => first(sql.all('SELECT * FROM sessions WHERE id = ?', session), sessionOf),
    byCode: (code) => {
      const found = first(sql.all('SELECT * FROM sessions WHERE code = ?', code), sessionOf);
      return found === null || found.deletedMs !== null ? null : found;
    },
    list: (query) => sessionsFound(sql, query).map(sessionOf),
    count: (query) => Number(sessionsFound(sql, query, 'count')[0]?.['count'] ?? 0),
    describe: (session, description) => describeSession(sql, session, description),
    setDeleted: (session, atMs) => sql.run('UPDATE sessions SET deleted = ? WHERE id = ?', atMs, session),
    remove: (session) => removeSession(sql, session),
    expired: (nowMs) => expiredSessions(sql, nowMs).map(sessionOf),
    texts: (session) => sql.all('SELECT * FROM texts WHERE session = ? ORDER BY id', session).map(textOf),
    eraseText: (session, textId) => sql.run(deleteText, session, textId),
    putToken: (grant) => sql.run(insertToken, ...tokenInput(grant)),
    findToken: (tokenHash) => first(sql.all('SELECT * FROM tokens WHERE token_hash = ?', tokenHash), grantOf),
    ...shareLinkOperations(sql),
    ...gatheringOperations(sql),
    setting: (name) =>
      first(sql.all('SELECT value FROM settings WHERE key = ?', name), (row) => textIn(row, 'value')),
    putSetting: (name, value) => sql.run(putSetting, name, value),
    packs: () => keptPacks(sql),
    putPack: (pack) => keepPack(sql, pack),
    removePack: (id) => sql.run('DELETE FROM packs WHERE id = ?', id),
    isHealthy: () => {
      sql.run('UPDATE probes SET count = count + 1');
      return true;
    },
    close: () => database.close(),
  };
}

function statementsOf(database: DatabaseSync): Statements {
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  const statement = (query: string) => {
    const known = prepared.get(query) ?? database.prepare(query);
    prepared.set(query, known);
    return known;
  };
  return {
    run: (query, ...input) => void statement(query).run(...input),
    change: (query, ...input) => Number(statement(query).run(...input).changes),
    all: (query, ...input) => statement(query).all(...input),
  };
}

function createSession(
  sql: Statements,
  session: NewSession,
  record: WholeRecord | undefined,
  place: TablePlace | undefined,
): void {
  mustBeNoGathering(sql, session.code);
  const { id, code, searchText, header, headerHash, created, practice, keepDays, origin } = session;
  const row = [id, code, searchable(searchText), header, headerHash, created, headerHash];
  const kept = [practice === true ? 1 : 0, keepDays ?? null, origin ? JSON.stringify(origin) : null];
  try {
    sql.run(insertSession, ...row, ...kept);
    if (record !== undefined) appendLines(sql, { session: id, expectedHead: 0, ...record });
    if (place !== undefined) placeTable(sql, id, place);
  } catch (error) {
    throw isDuplicate(error) ? new StoreError('codeTaken', 'The code is in use.') : error;
  }
}

function appendLines(sql: Statements, append: Append): void {
  const { session, expectedHead, lines, status, texts = [], erased = [] } = append;
  const last = lines.at(-1);
  if (last === undefined) return;
  if (lines.some((line, index) => line.seq !== expectedHead + 1 + index))
    throw new StoreError('fenced', 'The lines do not follow the head.');
  const standing = [status === 'open' ? 'open' : 'ended', status === 'cancelled' ? 1 : 0];
  if (sql.change(appendHead, last.seq, last.hash, ...standing, last.at, session, expectedHead) !== 1)
    throw new StoreError('fenced', 'The log has another head than expected.');
  try {
    for (const line of lines) sql.run(insertLine, session, line.seq, line.at, line.key, line.hash, line.text);
    for (const text of texts) sql.run(insertText, session, text.id, text.salt, text.value);
    for (const id of erased) sql.run(deleteText, session, id);
  } catch (error) {
    throw isDuplicate(error)
      ? new StoreError('duplicateKey', 'A command with this key is in the log.')
      : error;
  }
}

/** SQLITE_CONSTRAINT_UNIQUE and SQLITE_CONSTRAINT_PRIMARYKEY. */
function isDuplicate(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error)) return false;
  return error.errcode === 2067 || error.errcode === 1555;
}

function tokenInput({ tokenHash, session, kind, seat, holder }: TokenGrant): SQLInputValue[] {
  return [tokenHash, session, kind, seat, holder];
}

function first<Value>(rows: readonly Row[], read: (row: Row) => Value): Value | null {
  const row = rows[0];
  return row === undefined ? null : read(row);
}

function textIn(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`column ${column} holds no text`);
  return value;
}

function sessionOf(row: Row): StoredSession {
  return {
    id: textIn(row, 'id'),
    code: textIn(row, 'code'),
    searchText: textIn(row, 'search_text'),
    header: textIn(row, 'header'),
    headerHash: textIn(row, 'header_hash'),
    created: Number(row['created']),
    status: textIn(row, 'status') !== 'ended' ? 'open' : row['cancelled'] === 1 ? 'cancelled' : 'ended',
    headSeq: Number(row['head_seq']),
    headHash: textIn(row, 'head_hash'),
    ...libraryFactsOf(row),
  };
}

function lineOf(row: Row): StoredLine {
  const [seq, at] = [Number(row['seq']), Number(row['at'])];
  return { seq, at, key: textIn(row, 'key'), hash: textIn(row, 'hash'), text: textIn(row, 'body') };
}

function textOf(row: Row): FreeText {
  return { id: textIn(row, 'id'), salt: textIn(row, 'salt'), value: textIn(row, 'value') };
}

function grantOf(row: Row): TokenGrant {
  return {
    tokenHash: textIn(row, 'token_hash'),
    session: textIn(row, 'session'),
    kind: textIn(row, 'kind') === 'host' ? 'host' : 'delegate',
    seat: row['seat'] === null ? null : textIn(row, 'seat'),
    holder: textIn(row, 'holder'),
  };
}
