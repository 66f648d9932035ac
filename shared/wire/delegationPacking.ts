import type { OwnView } from '../session/views/tableView.ts';

type Drafts = OwnView['drafts'];
type Endorsed = OwnView['endorsed'];

/** Drafts, or signatures of single delegates, as text; empty for none. */
export function delegationText(items: Drafts | Endorsed): string {
  return items.length === 0 ? '' : JSON.stringify(items);
}

/** The drafts that `delegationText` wrote; the server is the only writer. */
export function draftsOfText(text: string): Drafts {
  if (text === '') return [];
  const drafts: Drafts = JSON.parse(text);
  return drafts;
}

/** The signatures that `delegationText` wrote. */
export function endorsedOfText(text: string): Endorsed {
  if (text === '') return [];
  const endorsed: Endorsed = JSON.parse(text);
  return endorsed;
}
