import type { TableNow } from '#shared/wire/gatherings.ts';

/** An undecided state is named once this much of the decision is left. */
const SHORT_MS = 45_000;

/** Something at a table of an event that may need the host. */
export type TableAlert =
  | { readonly kind: 'stopped' | 'empty' }
  | { readonly kind: 'hand' | 'dropped' | 'idle' | 'unsealed'; readonly seats: readonly string[] }
  | { readonly kind: 'waiting'; readonly count: number };

/** How much each kind needs the host; below 1 the table goes on by itself. */
const weights: Readonly<Record<TableAlert['kind'], number>> = {
  stopped: 6,
  hand: 5,
  dropped: 4,
  waiting: 3,
  idle: 2,
  unsealed: 0.5,
  empty: 0.2,
};

/** What is the matter at a table, the most urgent first. */
export function alertsOfTable(table: TableNow): readonly TableAlert[] {
  if (table.stopped) return [{ kind: 'stopped' }];
  if (table.phase === 'ended') return [];
  const alerts: TableAlert[] = [];
  if (table.hands.length > 0) alerts.push({ kind: 'hand', seats: table.hands });
  if (table.phase !== 'lobby' && table.away.length > 0) alerts.push({ kind: 'dropped', seats: table.away });
  if (table.waiting > 0) alerts.push({ kind: 'waiting', count: table.waiting });
  if (table.unsealed.length > 0)
    alerts.push({ kind: isShort(table) ? 'idle' : 'unsealed', seats: table.unsealed });
  if (table.phase === 'lobby' && table.people + table.waiting === 0) alerts.push({ kind: 'empty' });
  return alerts;
}

/** The decision nears its end, or one state alone keeps the table waiting. */
function isShort({ leftMs, paused, unsealed, people }: TableNow): boolean {
  if (paused) return false;
  return (leftMs !== null && leftMs <= SHORT_MS) || (unsealed.length === 1 && people > 1);
}

/** How much a table needs the host: from 1 on it does, a table that has ended never. */
export function needOf(table: TableNow): number {
  const most = Math.max(0, ...alertsOfTable(table).map(({ kind }) => weights[kind]));
  return table.phase === 'ended' && !table.stopped ? -1 : most;
}

/** Whether a table needs the host now. */
export function needsHost(table: TableNow): boolean {
  return needOf(table) >= 1;
}

/** The tables in the order in which they need the host; equal ones by number. */
export function byNeed(tables: readonly TableNow[]): readonly TableNow[] {
  return tables.toSorted((a, b) => needOf(b) - needOf(a) || a.number - b.number);
}

/** An order of table numbers as it was, with the tables that have come since at its end. */
export function asBefore(tables: readonly TableNow[], before: readonly number[]): readonly TableNow[] {
  const place = (number: number): number => {
    const found = before.indexOf(number);
    return found < 0 ? before.length + number : found;
  };
  return tables.toSorted((a, b) => place(a.number) - place(b.number));
}
