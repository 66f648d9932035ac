import { MOST_COMPARED } from './mostCompared.ts';

/** A session that the address of the page *Compare* names; a table of an event with its number. */
export interface NamedSession {
  readonly code: string;
  readonly table: number | null;
}

/** What an address of the page names: sessions of the server, which may be tables of one event. */
export interface NamedSessions {
  /** The code of the event; null: the sessions are no tables of one. */
  readonly event: string | null;
  readonly sessions: readonly NamedSession[];
}

/** The address of the page for tables of an event: `#event=ABC234&tables=1.DEF567,2.GHJ892`. */
export function eventComparison(
  event: string,
  tables: readonly { readonly number: number; readonly code: string }[],
): `/${string}` {
  const named = tables.slice(0, MOST_COMPARED).map(({ number, code }) => `${number}.${code}`);
  return `/compare#event=${event}&tables=${named.join(',')}`;
}

/** The sessions that an address names: tables of an event, or any (`#codes=ABC234,DEF567`). */
export function sessionsIn(hash: string): NamedSessions {
  const asked = new URLSearchParams(hash.slice(1));
  const listed = (name: string): readonly string[] =>
    (asked.get(name) ?? '')
      .split(',')
      .filter((one) => one !== '')
      .slice(0, MOST_COMPARED);
  const tables = listed('tables').flatMap((one) => {
    const [, number = '', code = ''] = /^(\d{1,3})\.(\w+)$/.exec(one) ?? [];
    return code === '' ? [] : [{ code, table: Number(number) }];
  });
  if (tables.length > 0) return { event: asked.get('event'), sessions: tables };
  return { event: null, sessions: listed('codes').map((code) => ({ code, table: null })) };
}
