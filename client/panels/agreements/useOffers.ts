import { useEffect, useRef } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import { announce } from '../../components/Announcer.tsx';
import { words } from '../../text/language.ts';
import { waitingForMe } from './agreements.ts';

/** How many offers and renewals wait for the own decision, none after the end; announces a new one, whichever panel is open. */
export function useOffers(view: View): number {
  const waiting = view.table.phase === 'ended' ? [] : waitingForMe(view);
  const known = useRef<ReadonlySet<string> | null>(null);
  const key = waiting.map(({ id, wording }) => `${id}/${wording}`).join(' ');
  useEffect(() => {
    const now = new Set(key === '' ? [] : key.split(' '));
    const isNew = [...now].some((one) => !known.current?.has(one));
    if (isNew) announce(words.value.agreements.badge(now.size));
    known.current = now;
  }, [key]);
  return waiting.length;
}
