import { type EntryRules, entrySchema, OPEN_ENTRY } from '../session/vocabulary/entry.ts';
import type { TableView } from '../session/views/tableView.ts';

/** What the host lets the projector show: the live picture, the one of a moment ago, or nothing. */
export const curtains = ['open', 'frozen', 'blank'] as const;
/** What the projector shows. */
export type Curtain = (typeof curtains)[number];

/** The way in as text; empty for the usual one. */
export function entryText(entry: EntryRules): string {
  const text = JSON.stringify(entry);
  return text === JSON.stringify(OPEN_ENTRY) ? '' : text;
}

/** The way in that `entryText` wrote. Throws on any other text. */
export function entryOfText(text: string): EntryRules {
  return text === '' ? OPEN_ENTRY : entrySchema.parse(JSON.parse(text));
}

/** Who waits for a seat as text; empty for nobody. */
export function waitingText(waiting: TableView['waiting']): string {
  return waiting.length === 0 ? '' : JSON.stringify(waiting);
}

/** The people that `waitingText` wrote; the server is the only writer. */
export function waitingOfText(text: string): TableView['waiting'] {
  if (text === '') return [];
  const waiting: TableView['waiting'] = JSON.parse(text);
  return waiting;
}
