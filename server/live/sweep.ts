import type { ServerLog } from '../lib/serverLog.ts';
import type { SessionStore } from '../store/sessionStore.ts';
import { StoreError } from '../store/sessionStore.ts';

/**
 * Removes everything whose time of keeping is over: sessions deleted 30 days ago, yesterday's practice, and sessions past their
 * promised date. `leave` closes a session that is still awake. Returns how many were removed.
 */
export async function sweepStore(
  { store, log }: { readonly store: SessionStore; readonly log: ServerLog },
  leave: (code: string) => Promise<void>,
  nowMs: number,
): Promise<number> {
  try {
    const expired = await store.expired(nowMs);
    for (const { id, code } of expired) {
      await leave(code);
      await store.remove(id);
    }
    return expired.length;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    log.warn('sessions whose time is over could not be removed; it is tried again in an hour');
    return 0;
  }
}
