import type { FreeText } from '#shared/log/line.ts';
import {
  keepAct,
  keepCharge,
  keepCoHost,
  keepGathering,
  keptActs,
  keptGatherings,
  mustBeNoGathering,
  placeTable,
  removeCoHost,
  removeSession,
} from './gatheringWork.ts';
import {
  describeSession,
  expiredSessions,
  libraryFactsOf,
  scenarioIn,
  sessionsFound,
} from './libraryWork.ts';
import { keepPack, keptPacks } from './packWork.ts';
import {
  type Append,
  type NewSession,
  type SessionQuery,
  type SessionStore,
  searchable,
  StoreError,
  type StoredLine,
  type StoredSession,
  type TablePlace,
  type TokenGrant,
  type WholeRecord,
} from './sessionStore.ts';
import { findShareLink, keepShareLink, removeShareLink, shareLinksOf } from './shareLinkWork.ts';
import { all, changed, DuplicateRow, type Row, run, type Work } from './work.ts';

/** The store's operations as work on a database; whoever runs them handles transactions. */
export type StoreWork = {
  readonly [Name in Exclude<keyof SessionStore, 'close'>]: (
    ...input: Parameters<SessionStore[Name]>
  ) => Work<Awaited<ReturnType<SessionStore[Name]>>>;
};

const appendHead =
  'UPDATE sessions SET head_seq = ?, head_hash = ?, status = ?, cancelled = ?, last_entry = ? WHERE id = ? AND head_seq = ? AND deleted IS NULL';
const insertLine = 'INSERT INTO lines (session, seq, at, key, hash, body) VALUES (?, ?, ?, ?, ?, ?)';
const insertSession = `INSERT INTO sessions (id, code, search_text, header, header_hash, created, status, head_seq, head_hash, practice, keep_days, origin, scenario)
  VALUES (?, ?, ?, ?, ?, ?, 'open', 0, ?, ?, ?, ?, ?)`;
const insertText = 'INSERT INTO texts (session, id, salt, value) VALUES (?, ?, ?, ?)';
const deleteText = 'DELETE FROM texts WHERE session = ? AND id = ?';
const insertToken = 'INSERT INTO tokens (token_hash, session, kind, seat, holder) VALUES (?, ?, ?, ?, ?)';
const putSetting =
  'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value';

/** Every operation of the store but its closing. */
export const storeWork: StoreWork = {
  create: createSession,
  append: appendLines,
  read: function* (session, fromSeq = 1) {
    const rows = yield* all(
      'SELECT * FROM lines WHERE session = ? AND seq >= ? ORDER BY seq',
      session,
      fromSeq,
    );
    return rows.map(lineOf);
  },
  byId: function* (session) {
    return first(yield* all('SELECT * FROM sessions WHERE id = ?', session), sessionOf);
  },
  byCode: function* (code) {
    const found = first(yield* all('SELECT * FROM sessions WHERE code = ?', code), sessionOf);
    return found === null || found.deletedMs !== null ? null : found;
  },
  list: function* (query) {
    return (yield* sessionsFound(query)).map(sessionOf);
  },
  count: countSessions,
  describe: describeSession,
  setDeleted: (session, atMs) => run('UPDATE sessions SET deleted = ? WHERE id = ?', atMs, session),
  remove: removeSession,
  expired: function* (nowMs) {
    return (yield* expiredSessions(nowMs)).map(sessionOf);
  },
  texts: function* (session) {
    return (yield* all('SELECT * FROM texts WHERE session = ? ORDER BY id', session)).map(textOf);
  },
  eraseText: (session, textId) => run(deleteText, session, textId),
  putToken: putToken,
  findToken: function* (tokenHash) {
    return first(yield* all('SELECT * FROM tokens WHERE token_hash = ?', tokenHash), grantOf);
  },
  putShareLink: keepShareLink,
  findShareLink,
  shareLinks: shareLinksOf,
  removeShareLink,
  setting: function* (name) {
    return first(yield* all('SELECT value FROM settings WHERE key = ?', name), (row) => textIn(row, 'value'));
  },
  putSetting: (name, value) => run(putSetting, name, value),
  packs: keptPacks,
  putPack: keepPack,
  removePack: (id) => run('DELETE FROM packs WHERE id = ?', id),
  createGathering: keepGathering,
  gatherings: keptGatherings,
  addAct: keepAct,
  acts: keptActs,
  putCoHost: keepCoHost,
  removeCoHost,
  setCharge: keepCharge,
  isHealthy: function* () {
    yield* run('UPDATE probes SET count = count + 1');
    return true;
  },
};

function* countSessions(query: Omit<SessionQuery, 'limit' | 'offset'>): Work<number> {
  return Number((yield* sessionsFound(query, 'count'))[0]?.['count'] ?? 0);
}

function* createSession(session: NewSession, record?: WholeRecord, place?: TablePlace): Work<void> {
  const { id, code, searchText, header, headerHash, created, practice, keepDays, origin } = session;
  const row = [id, code, searchable(searchText), header, headerHash, created, headerHash];
  const kept = [practice === true ? 1 : 0, keepDays ?? null, origin ? JSON.stringify(origin) : null];
  const named = scenarioIn(header);
  yield* mustBeNoGathering(code);
  try {
    yield* run(insertSession, ...row, ...kept, named);
    if (record !== undefined) yield* appendLines({ session: id, expectedHead: 0, ...record });
    if (place !== undefined) yield* placeTable(id, place);
  } catch (error) {
    throw error instanceof DuplicateRow ? new StoreError('codeTaken', 'The code is in use.') : error;
  }
}

function* appendLines(append: Append): Work<void> {
  const { session, expectedHead, lines, status, texts = [], erased = [] } = append;
  const last = lines.at(-1);
  if (last === undefined) return;
  if (lines.some((line, index) => line.seq !== expectedHead + 1 + index))
    throw new StoreError('fenced', 'The lines do not follow the head.');
  const standing = [status === 'open' ? 'open' : 'ended', status === 'cancelled' ? 1 : 0];
  const moved = yield* changed(appendHead, last.seq, last.hash, ...standing, last.at, session, expectedHead);
  if (moved !== 1) throw new StoreError('fenced', 'The log has another head than expected.');
  try {
    for (const line of lines)
      yield* run(insertLine, session, line.seq, line.at, line.key, line.hash, line.text);
    for (const text of texts) yield* run(insertText, session, text.id, text.salt, text.value);
    for (const id of erased) yield* run(deleteText, session, id);
  } catch (error) {
    throw error instanceof DuplicateRow
      ? new StoreError('duplicateKey', 'A command with this key is in the log.')
      : error;
  }
}

function putToken({ tokenHash, session, kind, seat, holder }: TokenGrant): Work<void> {
  return run(insertToken, tokenHash, session, kind, seat, holder);
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
    status:
      textIn(row, 'status') !== 'ended' ? 'open' : Number(row['cancelled']) === 1 ? 'cancelled' : 'ended',
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
