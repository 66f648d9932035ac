import type { Heard } from '#shared/session/views/hostView.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { useLookedUp } from '../../panels/useLookedUp.ts';
import type { ViewSource } from '../../source/viewSource.ts';

/** Private talk does not show on the table, so it is loaded again at intervals. */
const LOOK_EVERY_MS = 4000;

/** All talk that the host may read, while requested; null until the first answer. */
export function useHeard(view: View, source: ViewSource, isAsked: boolean): Heard | null {
  const { phase, round, messages, agreements } = view.table;
  const last = messages.at(-1)?.id ?? 0;
  const key = [phase, round, last, agreements.length].join(' ');
  const beat = view.card.hostReadsTalk ? LOOK_EVERY_MS : null;
  return useLookedUp<'heard'>(source, isAsked ? { ask: 'heard' } : null, key, beat);
}
