import { useRef } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import { lastRound } from './gauges.ts';

interface Seen {
  readonly resolved: number;
  readonly view: View;
  readonly before: View | null;
}

/** The table before the round that is being revealed, if this device saw it. */
export function useBefore(view: View): View | null {
  const resolved = lastRound(view);
  const seen = useRef<Seen>({ resolved, view, before: null });
  const last = seen.current;
  const steppedBack = resolved < last.resolved;
  const before = resolved > last.resolved ? last.view : steppedBack ? null : last.before;
  seen.current = { resolved, view, before };
  return before;
}
