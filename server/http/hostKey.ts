import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY_BYTES = 32;

/** The server's one random key, by which what it hands out is signed. */
export interface HostKey {
  /** 256 bits that belong to a purpose and can be made again only with the key. */
  sign(purpose: string): Buffer;
}

/**
 * The key that lies in the data directory, readable by its owner only; made at the first start. Throws if it cannot be read
 * or made.
 */
export function hostKeyIn(dataDir: string): HostKey {
  const key = keyIn(dataDir);
  return { sign: (purpose) => createHmac('sha256', key).update(purpose).digest() };
}

/** The 128 bits in base64url that open the host's door while it has no password; another after every reset. */
export function doorSecret(key: HostKey, generation: number): string {
  return key.sign(`address ${generation}`).subarray(0, 16).toString('base64url');
}

/** Compares without telling by its time how much was right. */
export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function keyIn(dataDir: string): Buffer {
  const folder = join(dataDir, 'secrets');
  const file = join(folder, 'host.key');
  try {
    const key = readFileSync(file);
    if (key.length === KEY_BYTES) return key;
    throw new Error(`${file} is damaged; delete it to make a new host address`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = randomBytes(KEY_BYTES);
  writeFileSync(file, key, { mode: 0o600, flag: 'wx', flush: true });
  return key;
}
