import { z } from 'zod';
import { type SessionStore, StoreError } from './sessionStore.ts';

/** How often the server was started on a data directory, and how many of its runs ended without a proper stop. */
export interface Starts {
  readonly starts: number;
  readonly crashes: number;
}

const SETTING = 'starts';
const NONE = { starts: 0, crashes: 0, isUp: false };
const count = z.int().min(0);
const kept = z.object({ starts: count, crashes: count, isUp: z.boolean() }).catch(NONE);

/** Counts a start. A store that cannot write now does not prevent the start. */
export async function noteStart(store: Pick<SessionStore, 'setting' | 'putSetting'>): Promise<Starts> {
  const before = await readStarts(store);
  const now = { starts: before.starts + 1, crashes: before.crashes + (before.isUp ? 1 : 0), isUp: true };
  await keep(store, now);
  return { starts: now.starts, crashes: now.crashes };
}

/** Records that the server was stopped properly. */
export async function noteStop(store: Pick<SessionStore, 'setting' | 'putSetting'>): Promise<void> {
  await keep(store, { ...(await readStarts(store)), isUp: false });
}

async function readStarts(store: Pick<SessionStore, 'setting'>): Promise<z.infer<typeof kept>> {
  try {
    return kept.parse(JSON.parse((await store.setting(SETTING)) ?? 'null'));
  } catch {
    return NONE;
  }
}

async function keep(store: Pick<SessionStore, 'putSetting'>, now: z.infer<typeof kept>): Promise<void> {
  try {
    await store.putSetting(SETTING, JSON.stringify(now));
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}
