import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The cookie that lets a browser host on this server. */
const HOST_COOKIE = 'crossroads_host';

const COOKIE_DAYS = 30;
const DAY_MS = 86_400_000;
const KEY_BYTES = 32;

/**
 * The host's door before there is a password: the address printed at start carries a 128-bit secret, which a page
 * exchanges for a cookie. Both are derived from one random key that lies, readable by its owner only, in the data
 * directory: nothing that opens the door is written down as such, and address and cookies outlive a restart.
 */
export interface HostDoor {
  /** 128 bits in base64url, for the fragment of the host's address. */
  readonly secret: string;
  /** Whether somebody brought the secret. */
  opens(secret: string): boolean;
  /** A `Set-Cookie` value; `secure` where the server is reached by https. */
  cookie(nowMs: number, secure: boolean): string;
  /** Whether a `Cookie` header holds a cookie of ours that is not older than 30 days. */
  isHost(cookies: string | undefined, nowMs: number): boolean;
}

/** The door of the server that keeps its things in `dataDir`; makes its key at the first start. Throws if it cannot. */
export function openHostDoor(dataDir: string): HostDoor {
  const key = keyIn(dataDir);
  const secret = sign(key, 'address').subarray(0, 16).toString('base64url');
  const stamp = (issuedMs: string): string => sign(key, `cookie ${issuedMs}`).toString('base64url');
  return {
    secret,
    opens: (brought) => isSame(brought, secret),
    cookie: (nowMs, secure) => {
      const value = `${nowMs}.${stamp(`${nowMs}`)}`;
      const flags = `Path=/; HttpOnly; SameSite=Strict; Max-Age=${(COOKIE_DAYS * DAY_MS) / 1000}`;
      return `${HOST_COOKIE}=${value}; ${flags}${secure ? '; Secure' : ''}`;
    },
    isHost: (cookies, nowMs) => {
      const [issuedMs, seal] = cookieIn(cookies)?.split('.') ?? [];
      if (issuedMs === undefined || seal === undefined || !/^\d{1,15}$/.test(issuedMs)) return false;
      const age = nowMs - Number(issuedMs);
      return isSame(seal, stamp(issuedMs)) && age >= 0 && age < COOKIE_DAYS * DAY_MS;
    },
  };
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

function sign(key: Buffer, purpose: string): Buffer {
  return createHmac('sha256', key).update(purpose).digest();
}

function cookieIn(cookies: string | undefined): string | undefined {
  const prefix = `${HOST_COOKIE}=`;
  const found = cookies?.split(';').find((cookie) => cookie.trim().startsWith(prefix));
  return found?.trim().slice(prefix.length);
}

/** Compares without telling by its time how much was right. */
function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
