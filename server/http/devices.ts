import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Asker } from '../lib/asker.ts';
import { remoteAddressOf } from './errors.ts';
import { type HostKey, isSame } from './hostKey.ts';
import type { PublicAddress } from './publicAddress.ts';

const COOKIE = 'crossroads_device';
const YEAR_S = 31_536_000;

/** Gives each browser a cookie that only identifies the browser, because all browsers of a school share one address. */
export function knownDevices(key: HostKey, { path, isSecure }: PublicAddress): RequestHandler {
  return (request, response, next) => {
    // Not with files, because proxies keep them for everybody.
    if (!request.path.startsWith('/assets/') && deviceIn(key, request.headers.cookie) === null) {
      const device = randomBytes(12).toString('base64url');
      const flags = `Path=${path}; HttpOnly; SameSite=Lax; Max-Age=${YEAR_S}${isSecure ? '; Secure' : ''}`;
      response.append('Set-Cookie', `${COOKIE}=${device}.${sealOf(key, device)}; ${flags}`);
    }
    next();
  };
}

/** The sender of a request. */
export function askerOf(key: HostKey, request: Request): Asker {
  return { device: deviceIn(key, request.headers.cookie), address: remoteAddressOf(request) };
}

/** The device in a `Cookie` header; null if our cookie is missing. */
function deviceIn(key: HostKey, cookies: string | undefined): string | null {
  const [, device = '', seal = ''] =
    /(?:^|;\s*)crossroads_device=([\w-]{16})\.([\w-]{22})(?:;|$)/.exec(cookies ?? '') ?? [];
  return device !== '' && isSame(seal, sealOf(key, device)) ? device : null;
}

function sealOf(key: HostKey, device: string): string {
  return key.sign(`device ${device}`).subarray(0, 16).toString('base64url');
}
