import { randomBytes, randomInt, scrypt, type ScryptOptions } from 'node:crypto';
import { z } from 'zod';
import { isSame } from './hostKey.ts';

/** 2¹⁵ blocks of 1 KiB: about 32 MiB and a tenth of a second per check. */
const COST = { N: 2 ** 15, r: 8, p: 1 } as const;
const HASH_BYTES = 32;

/** A stored password: its scrypt hash in base64url, with salt and cost. */
const keptSchema = z.strictObject({
  n: z.int().min(2 ** 14),
  r: z.int().min(1),
  p: z.int().min(1),
  salt: z.string(),
  hash: z.string(),
});

/**
 * The store's setting for the host's door. `generation` counts changes: cookies and set-up addresses of an earlier generation are
 * invalid.
 */
const doorSchema = z.strictObject({ generation: z.int().min(0), password: keptSchema.nullable() });
/** The store's setting for the host's door. */
export type DoorSetting = z.infer<typeof doorSchema>;

/** The name of the setting. */
export const DOOR_SETTING = 'hostDoor';

/**
 * Reads the setting; null is a door that nobody has changed. A setting that cannot be read becomes a door without password and
 * with an unpredictable generation: nothing opens it until the server restarts or the command line resets it.
 */
export function doorOf(value: string | null): DoorSetting {
  if (value === null) return { generation: 0, password: null };
  return readDoor(value) ?? { generation: randomInt(2 ** 32, 2 ** 47), password: null };
}

/** The stored setting, or null if it cannot be read. */
export function readDoor(value: string): DoorSetting | null {
  try {
    return doorSchema.parse(JSON.parse(value));
  } catch {
    return null;
  }
}

/** The setting after a password is set. */
export async function withPassword(door: DoorSetting, password: string): Promise<DoorSetting> {
  const salt = randomBytes(16).toString('base64url');
  const { N, r, p } = COST;
  const hash = await hashed(password, salt, { N, r, p });
  return { generation: door.generation + 1, password: { n: N, r, p, salt, hash } };
}

/** The setting after the password is removed: a new set-up address opens the door. */
export function withoutPassword(door: DoorSetting): DoorSetting {
  return { generation: door.generation + 1, password: null };
}

/** Whether this is the password; false if none is set. */
export async function isPassword({ password }: DoorSetting, brought: string): Promise<boolean> {
  if (password === null) return false;
  const { n, r, p, salt, hash } = password;
  return isSame(await hashed(brought, salt, { N: n, r, p }), hash);
}

function hashed(password: string, salt: string, cost: ScryptOptions): Promise<string> {
  const options = { ...cost, maxmem: 256 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, HASH_BYTES, options, (error, key) => {
      if (error === null) resolve(key.toString('base64url'));
      else reject(error);
    });
  });
}
