import { z } from 'zod';
import type { LibraryOrder } from '#shared/wire/library.ts';
import { DAY_MS, PRACTICE_DAYS, UNDO_DAYS } from '#shared/wire/retention.ts';
import {
  searchable,
  type SessionDescription,
  type SessionQuery,
  type StoredSession,
} from './sessionStore.ts';
import { all, type Row, run, type SqlValue, type Work } from './work.ts';

const lastEntry = 'coalesce(last_entry, created)';

const orders: Readonly<Record<LibraryOrder, string>> = {
  newest: 'created DESC',
  oldest: 'created',
  name: "CASE WHEN name = '' THEN search_text ELSE lower(name) END, created DESC",
  lastEntry: `${lastEntry} DESC`,
};

/** The rows that a query finds, or the one row with their `count`. */
export function* sessionsFound(
  query: Partial<SessionQuery>,
  what: 'rows' | 'count' = 'rows',
): Work<readonly Row[]> {
  const { conditions, input } = conditionsOf(query);
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  if (what === 'count') return yield* all(`SELECT count(*) AS count FROM sessions${where}`, ...input);
  const order = orders[query.order ?? 'newest'];
  const page = [Math.min(query.limit ?? 500, 500), query.offset ?? 0];
  return yield* all(
    `SELECT * FROM sessions${where} ORDER BY ${order}, id LIMIT ? OFFSET ?`,
    ...input,
    ...page,
  );
}

function conditionsOf(query: Partial<SessionQuery>): {
  readonly conditions: readonly string[];
  readonly input: readonly SqlValue[];
} {
  const { search = '', status, practice, deleted, code, headerHash, scenario, fromMs, beforeMs } = query;
  const words = searchable(search)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 12)
    .map((word) => `%${word.replaceAll(/[~%_]/g, '~$&')}%`);
  const given: readonly (readonly [string, SqlValue | undefined])[] = [
    ...words.map((word) => [`(${SEARCHED} LIKE ? ESCAPE '~')`, word] as const),
    ['status = ?', status === 'cancelled' ? 'ended' : status],
    ['cancelled = ?', status === undefined ? undefined : Number(status === 'cancelled')],
    ['practice = ?', practice === undefined ? undefined : Number(practice)],
    ['CASE WHEN deleted IS NULL THEN 0 ELSE 1 END = ?', deleted === undefined ? undefined : Number(deleted)],
    ['code = ?', code],
    ['header_hash = ?', headerHash],
    ['scenario = ?', scenario],
    ['created >= ?', fromMs],
    ['created < ?', beforeMs],
  ];
  const asked = given.filter((one): one is readonly [string, SqlValue] => one[1] !== undefined);
  return { conditions: asked.map(([condition]) => condition), input: asked.map(([, value]) => value) };
}

const SEARCHED = "search_text || ' ' || library_text || ' ' || lower(code)";

/** Stores the host's own words and the search text made from them. */
export function describeSession(session: string, { name, note, tags }: SessionDescription): Work<void> {
  const found = searchable([name, note, ...tags].join(' '));
  return run(
    'UPDATE sessions SET name = ?, note = ?, tags = ?, library_text = ? WHERE id = ?',
    name,
    note,
    JSON.stringify(tags),
    found,
    session,
  );
}

/**
 * Sessions whose time of keeping is over; a cancelled one expires like a deleted one. An imported one goes only when the host
 * deletes it.
 */
export function expiredSessions(nowMs: number): Work<readonly Row[]> {
  return all(
    `SELECT * FROM sessions WHERE deleted <= ? OR (origin IS NULL AND (
      (practice = 1 AND ${lastEntry} <= ?) OR (cancelled = 1 AND ${lastEntry} <= ?) OR
      ${lastEntry} <= ? - keep_days * ${DAY_MS}))`,
    nowMs - UNDO_DAYS * DAY_MS,
    nowMs - PRACTICE_DAYS * DAY_MS,
    nowMs - UNDO_DAYS * DAY_MS,
    nowMs,
  );
}

const tagList = z.array(z.string()).catch([]);
const originSchema = z.object({ file: z.string(), atMs: z.number() }).nullable().catch(null);

/** What the library knows of a session; almost nothing for a database older than the library. */
export function libraryFactsOf(
  row: Row,
): Pick<
  StoredSession,
  'name' | 'note' | 'tags' | 'origin' | 'practice' | 'keepDays' | 'deletedMs' | 'lastMs'
> {
  const numberOrNull = (value: Row[string] | undefined): number | null =>
    value === null || value === undefined ? null : Number(value);
  return {
    name: String(row['name'] ?? ''),
    note: String(row['note'] ?? ''),
    tags: tagList.parse(parsedJson(row['tags'])),
    origin: originSchema.parse(parsedJson(row['origin'])),
    practice: Number(row['practice']) === 1,
    keepDays: numberOrNull(row['keep_days']),
    deletedMs: numberOrNull(row['deleted']),
    lastMs: Number(row['last_entry'] ?? row['created']),
  };
}

/** The id of the scenario that a header names; null if it cannot be read. */
export function scenarioIn(header: string): string | null {
  const named = z.object({ scenario: z.object({ id: z.string() }) }).safeParse(parsedJson(header));
  return named.success ? named.data.scenario.id : null;
}

function parsedJson(value: Row[string] | undefined): unknown {
  if (typeof value !== 'string') return null;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}
