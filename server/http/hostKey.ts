import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from '../store/sessionStore.ts';
import { setAsideIn, stampOf } from '../store/setAside.ts';

const KEY_BYTES = 32;
/** A larger file is no key and is not read. */
const MOST_KEY_BYTES = 4096;
const SECRETS = 'secrets';
const KEY_FILE = 'host.key';

/** The server's one random key; it signs what the server hands out. */
export interface HostKey {
  /** Derives 256 bits for a purpose; only the key can derive them again. */
  sign(purpose: string): Buffer;
}

/**
 * The key in the data directory, readable by its owner only; created at the first start. A damaged key is kept beside it under
 * another name and replaced. Throws a `StoreError` with one sentence if no key can be created.
 */
export function hostKeyIn(dataDir: string): HostKey {
  const key = keyIn(dataDir);
  return { sign: (purpose) => createHmac('sha256', key).update(purpose).digest() };
}

/** The newest damaged key that was set aside, by its name in the folder of secrets; null if there is none. */
export function damagedKeyIn(dataDir: string): string | null {
  return setAsideIn(join(dataDir, SECRETS), `${KEY_FILE}.damaged-`);
}

/** The 128 bits in base64url that open the host's door while it has no password; every reset changes them. */
export function doorSecret(key: HostKey, generation: number): string {
  return key.sign(`address ${generation}`).subarray(0, 16).toString('base64url');
}

/** Compares in constant time, so that timing does not tell how much was right. */
export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function keyIn(dataDir: string): Buffer {
  const folder = join(dataDir, SECRETS);
  const file = join(folder, KEY_FILE);
  const kept = readKey(file);
  if (kept?.length === KEY_BYTES) return kept;
  try {
    if (kept !== null) renameSync(file, `${file}.damaged-${stampOf(Date.now())}`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const key = randomBytes(KEY_BYTES);
    writeFileSync(file, key, { mode: 0o600, flag: 'wx', flush: true });
    return key;
  } catch (error) {
    throw new StoreError(
      'unavailable',
      `The key of this server, ${file}, cannot be made (${reasonOf(error)}).`,
    );
  }
}

/** Reads the key's file: empty if it is no file or cannot be read, null if there is none. */
function readKey(file: string): Buffer | null {
  try {
    return statSync(file).size > MOST_KEY_BYTES ? Buffer.alloc(0) : readFileSync(file);
  } catch (error) {
    return reasonOf(error) === 'ENOENT' ? null : Buffer.alloc(0);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
