import type { ServerDamage } from '#shared/wire/damage.ts';
import type { SessionStore } from '../store/sessionStore.ts';
import { DOOR_SETTING, doorOf, readDoor } from './password.ts';
import { arePresets, PRESETS_SETTING } from './presets.ts';

type Setting = ServerDamage['settings'][number];

/**
 * Checks the settings of the whole server before anything relies on them. A setting that cannot be read is kept under another name
 * and replaced: a password by none, so that the address printed at the start sets a new one; presets by none. Returns the names of
 * the replaced settings.
 */
export async function mendSettings(
  store: Pick<SessionStore, 'setting' | 'putSetting'>,
): Promise<readonly Setting[]> {
  const mended: Setting[] = [];
  const door = await store.setting(DOOR_SETTING);
  if (door !== null && readDoor(door) === null) {
    await store.putSetting(`${DOOR_SETTING}.damaged`, door);
    await store.putSetting(DOOR_SETTING, JSON.stringify(doorOf(door)));
    mended.push('hostDoor');
  }
  const presets = await store.setting(PRESETS_SETTING);
  if (presets !== null && !arePresets(presets)) {
    await store.putSetting(`${PRESETS_SETTING}.damaged`, presets);
    await store.putSetting(PRESETS_SETTING, '[]');
    mended.push('presets');
  }
  return mended;
}
