import type { Meters } from '../lib/meters.ts';
import type { SessionStore } from './sessionStore.ts';

/** The same store, with the time of each append measured. */
export function meteredStore(store: SessionStore, meters: Pick<Meters, 'appending'>): SessionStore {
  return { ...store, append: async (append) => meters.appending(() => store.append(append)) };
}
