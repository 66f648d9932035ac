import type { SessionStore } from '../store/sessionStore.ts';
import { doorSecret, type HostKey, isSame } from './hostKey.ts';
import type { PublicAddress } from './publicAddress.ts';
import { DOOR_SETTING, type DoorSetting, doorOf, isPassword, withPassword } from './password.ts';

/** The cookie that lets a browser host on this server. */
const HOST_COOKIE = 'crossroads_host';

type Reach = Pick<PublicAddress, 'path' | 'isSecure'>;

const COOKIE_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * The host's door. Until there is a password, the address printed at start opens it: it carries a 128-bit secret, which a
 * page exchanges for a cookie. Once there is one, the password alone does. Secret and cookies are derived from the server's
 * key, so nothing that opens the door is written down as such, and cookies outlive a restart; they end with a new password.
 */
export interface HostDoor {
  /** 128 bits in base64url, for the fragment of the set-up address; null once a password is set. */
  secret(): Promise<string | null>;
  hasPassword(): Promise<boolean>;
  /** Whether somebody brought the secret, and it still counts. */
  opens(secret: string): Promise<boolean>;
  /** Whether this is the password. One at a time is tried, for a try is costly on purpose. */
  isPassword(brought: string): Promise<boolean>;
  /** Keeps a new password, its hash only. Cookies given before open nothing afterwards. Rejects with a `StoreError`. */
  setPassword(password: string): Promise<void>;
  /** A `Set-Cookie` value, for the path the server lies under and, where it is reached by https, for https alone. */
  cookie(nowMs: number, reach: Reach): Promise<string>;
  /** Whether a `Cookie` header holds a cookie of ours that is not older than 30 days. */
  isHost(cookies: string | undefined, nowMs: number): Promise<boolean>;
}

/** The door of the server with this key; what is kept about it is read each time, for the command line may change it. */
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
      // A cookie from the future is valid too: this computer's clock was put back since.
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
