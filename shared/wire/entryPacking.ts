import { type EntryRules, entrySchema, OPEN_ENTRY } from '../session/vocabulary/entry.ts';
import type { TableView } from '../session/views/tableView.ts';

/** What the host lets the projector show: the live picture, a frozen one, or nothing. */
export const curtains = ['open', 'frozen', 'blank'] as const;
/** What the projector shows. */
export type Curtain = (typeof curtains)[number];

/** The rules of joining as text; empty for the default. */
export function entryText(entry: EntryRules): string {
  const text = JSON.stringify(entry);
  return text === JSON.stringify(OPEN_ENTRY) ? '' : text;
}

/** The rules of joining that `entryText` wrote. Throws on any other text. */
export function entryOfText(text: string): EntryRules {
  return text === '' ? OPEN_ENTRY : entrySchema.parse(JSON.parse(text));
}

/** The people who wait for a seat, as text; empty for nobody. */
export function waitingText(waiting: TableView['waiting']): string {
  return waiting.length === 0 ? '' : JSON.stringify(waiting);
}

/** The people that `waitingText` wrote; the server is the only writer. */
export function waitingOfText(text: string): TableView['waiting'] {
  if (text === '') return [];
  const waiting: TableView['waiting'] = JSON.parse(text);
  return waiting;
}
