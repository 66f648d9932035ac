import { z } from 'zod';
import { retentionDays } from '#shared/wire/retention.ts';
import type { SessionStore } from './sessionStore.ts';

const SETTING = 'retention';
const kept = z.object({ days: z.literal(retentionDays).nullable() }).catch({ days: null });

/** How many days after its last entry a new session is kept; null for ever. */
export async function keptDaysIn(store: Pick<SessionStore, 'setting'>): Promise<number | null> {
  const value = await store.setting(SETTING);
  try {
    return kept.parse(JSON.parse(value ?? 'null')).days;
  } catch {
    return null;
  }
}

/** Sets how long sessions opened from now on are kept; earlier promises stay. */
export async function keepFor(
  store: Pick<SessionStore, 'putSetting'>,
  days: (typeof retentionDays)[number] | null,
): Promise<void> {
  await store.putSetting(SETTING, JSON.stringify({ days }));
}
