import type { SessionStore } from '../store/sessionStore.ts';
import { doorSecret, type HostKey, isSame } from './hostKey.ts';
import type { PublicAddress } from './publicAddress.ts';
import { DOOR_SETTING, type DoorSetting, doorOf, isPassword, withPassword } from './password.ts';

/** The cookie that makes a browser the host on this server. */
const HOST_COOKIE = 'crossroads_host';

type Reach = Pick<PublicAddress, 'path' | 'isSecure'>;

const COOKIE_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * The host's door. Until a password is set, the address printed at the start opens it: the address carries a 128-bit secret, which
 * a page exchanges for a cookie. After that, only the password does. Secret and cookies are derived from the server's key, so no
 * credential is stored as such, and cookies outlive a restart; a new password ends them.
 */
export interface HostDoor {
  /** 128 bits in base64url, for the fragment of the set-up address; null once a password is set. */
  secret(): Promise<string | null>;
  hasPassword(): Promise<boolean>;
  /** Whether this is the secret, and whether it is still valid. */
  opens(secret: string): Promise<boolean>;
  /** Whether this is the password. Checks one at a time, because each check is costly on purpose. */
  isPassword(brought: string): Promise<boolean>;
  /** Stores the hash of a new password. Older cookies are invalid afterwards. Rejects with a `StoreError`. */
  setPassword(password: string): Promise<void>;
  /** A `Set-Cookie` value for the server's path; `Secure` when the server is reached by https. */
  cookie(nowMs: number, reach: Reach): Promise<string>;
  /** Whether a `Cookie` header holds our cookie and the cookie is at most 30 days old. */
  isHost(cookies: string | undefined, nowMs: number): Promise<boolean>;
}

/** The door of the server with this key; reads its setting each time, because the command line may change it. */
export function openHostDoor(key: HostKey, store: Pick<SessionStore, 'setting' | 'putSetting'>): HostDoor {
  const now = async (): Promise<DoorSetting> => doorOf(await store.setting(DOOR_SETTING));
  let turn: Promise<unknown> = Promise.resolve();
  const secret = async (): Promise<string | null> => {
    const { generation, password } = await now();
    return password === null ? doorSecret(key, generation) : null;
  };
  return {
    secret,
    hasPassword: async () => (await now()).password !== null,
    opens: async (brought) => {
      const known = await secret();
      return known !== null && isSame(brought, known);
    },
    isPassword: async (brought) => {
      const tried = turn.then(async () => isPassword(await now(), brought));
      turn = tried.catch(() => undefined);
      return tried;
    },
    setPassword: async (password) => {
      const door = await withPassword(await now(), password);
      await store.putSetting(DOOR_SETTING, JSON.stringify(door));
    },
    cookie: async (nowMs, reach) => cookieOf(key, (await now()).generation, nowMs, reach),
    isHost: async (cookies, nowMs) => {
      const [issuedMs, seal] = cookieIn(cookies)?.split('.') ?? [];
      if (issuedMs === undefined || seal === undefined || !/^\d{1,15}$/.test(issuedMs)) return false;
      // A cookie from the future is valid too: this computer's clock was set back since.
      if (nowMs - Number(issuedMs) >= COOKIE_DAYS * DAY_MS) return false;
      return isSame(seal, stamp(key, (await now()).generation, issuedMs));
    },
  };
}

function cookieOf(key: HostKey, generation: number, nowMs: number, reach: Reach): string {
  const value = `${nowMs}.${stamp(key, generation, `${nowMs}`)}`;
  const flags = `Path=${reach.path}; HttpOnly; SameSite=Strict; Max-Age=${(COOKIE_DAYS * DAY_MS) / 1000}`;
  return `${HOST_COOKIE}=${value}; ${flags}${reach.isSecure ? '; Secure' : ''}`;
}

function stamp(key: HostKey, generation: number, issuedMs: string): string {
  return key.sign(`cookie ${generation} ${issuedMs}`).toString('base64url');
}

function cookieIn(cookies: string | undefined): string | undefined {
  const prefix = `${HOST_COOKIE}=`;
  const found = cookies?.split(';').find((cookie) => cookie.trim().startsWith(prefix));
  return found?.trim().slice(prefix.length);
}
