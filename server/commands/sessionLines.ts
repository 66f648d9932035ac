import type { StoredSession } from '../store/sessionStore.ts';

/** A session in one line for a terminal. */
export function rowOf(stored: StoredSession): string {
  const { code, created, status, name, searchText, tags, practice, origin, deletedMs } = stored;
  const state = deletedMs !== null ? 'deleted' : practice ? 'practice' : status;
  const more = [...tags.map((tag) => `#${tag}`), ...(origin === null ? [] : [`from ${origin.file}`])];
  return [code, dayOf(created), state.padEnd(8), name || searchText, ...more].join('  ');
}

/** The facts about a session that need no record. */
export function detailsOf(stored: StoredSession): object {
  const { code, created, status, name, note, tags, practice, origin, deletedMs, lastMs, keepDays } = stored;
  return { code, created, status, name, note, tags, practice, origin, deletedMs, lastMs, keepDays };
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
