import { z } from 'zod';
import { type Preset, presetBody } from '#shared/wire/api.ts';
import type { SessionStore } from '../store/sessionStore.ts';

/** The name of the setting. */
export const PRESETS_SETTING = 'presets';

/** The stored presets; skips one that another version of the program wrote differently. */
const kept = z.array(presetBody.nullable().catch(null)).catch([]);

/** The host's presets, by name. */
export async function presetsIn(store: Pick<SessionStore, 'setting'>): Promise<readonly Preset[]> {
  const value = await store.setting(PRESETS_SETTING);
  const presets = value === null || !arePresets(value) ? [] : kept.parse(JSON.parse(value));
  return presets.filter((preset) => preset !== null);
}

/** Whether a stored value is a list of presets, of this version or another. */
export function arePresets(value: string): boolean {
  try {
    return Array.isArray(JSON.parse(value));
  } catch {
    return false;
  }
}

/** Replaces the stored presets and returns them by name. */
export async function keepPresets(
  store: Pick<SessionStore, 'putSetting'>,
  presets: readonly Preset[],
): Promise<readonly Preset[]> {
  const ordered = presets.toSorted((a, b) => a.name.localeCompare(b.name));
  await store.putSetting(PRESETS_SETTING, JSON.stringify(ordered));
  return ordered;
}
