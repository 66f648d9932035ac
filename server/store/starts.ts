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
const stored = z.object({ starts: count, crashes: count, isUp: z.boolean() }).catch(NONE);

/**
 * Counts a start. A store that cannot write now does not prevent the start. Where several servers share the store, one of them may
 * be up at any time; then those that vanish are counted by `noteVanished`.
 */
export async function noteStart(
  store: Pick<SessionStore, 'setting' | 'putSetting'>,
  isShared: boolean,
): Promise<Starts> {
  const before = await readStarts(store);
  const crashed = before.isUp && !isShared;
  return kept(store, {
    starts: before.starts + 1,
    crashes: before.crashes + (crashed ? 1 : 0),
    isUp: !isShared,
  });
}

/** Counts servers that were gone without a proper stop. */
export async function noteVanished(
  store: Pick<SessionStore, 'setting' | 'putSetting'>,
  servers: number,
): Promise<Starts> {
  const before = await readStarts(store);
  return kept(store, { ...before, crashes: before.crashes + servers });
}

/** Records that the server was stopped properly. */
export async function noteStop(store: Pick<SessionStore, 'setting' | 'putSetting'>): Promise<void> {
  await kept(store, { ...(await readStarts(store)), isUp: false });
}

async function readStarts(store: Pick<SessionStore, 'setting'>): Promise<z.infer<typeof stored>> {
  try {
    return stored.parse(JSON.parse((await store.setting(SETTING)) ?? 'null'));
  } catch {
    return NONE;
  }
}

async function kept(store: Pick<SessionStore, 'putSetting'>, now: z.infer<typeof stored>): Promise<Starts> {
  try {
    await store.putSetting(SETTING, JSON.stringify(now));
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
  return { starts: now.starts, crashes: now.crashes };
}
