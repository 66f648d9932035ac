import type { ClockKeeper } from '#shared/run/keepClock.ts';
import type { LiveSession } from './session.ts';

/** How long after a failed write a keeper tries again. */
const RETRY_MS = 1000;

/**
 * Watches a session: calls `look` at once, after every line of its log, on every `check`, and at the time that `look` returned
 * last, in ms from now (not finite for none). `again` asks for another look soon, after a failed write.
 */
export function keepWatch(session: LiveSession, look: (again: () => void) => number): ClockKeeper {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const arm = (ms: number): void => {
    clearTimeout(timer);
    if (!isOver) timer = setTimeout(check, ms).unref();
  };
  const check = (): void => {
    clearTimeout(timer);
    if (isOver || session.isStopped) return;
    const next = look(() => arm(RETRY_MS));
    if (Number.isFinite(next)) arm(next);
  };
  const unsubscribe = session.subscribe(check);
  check();
  return {
    check,
    stop: () => {
      isOver = true;
      clearTimeout(timer);
      unsubscribe();
    },
  };
}

/** The shortest of the waiting times, ms; not finite for none. */
export function nextOf(waits: readonly { readonly ms: number }[]): number {
  return Math.min(...waits.map(({ ms }) => ms).filter((ms) => ms > 0));
}
