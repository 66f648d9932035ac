import { hostname } from 'node:os';
import { isIP } from 'node:net';

/** The address under which people reach the server, and the names it answers to. */
export interface PublicAddress {
  /** The address through a proxy, without a final slash; null when people reach the server directly. */
  readonly url: string | null;
  /** The path of its pages; begins and ends with a slash. */
  readonly path: string;
  /** People reach it by https. */
  readonly isSecure: boolean;
  /** Adds one more address to the server's own, because the host sends people there. */
  readonly answerAt: (url: string) => void;
  /** Whether a `Host` header names this server. A foreign name server can point its names here, but never an IP address. */
  readonly isOwnHost: (host: string | undefined) => boolean;
  /** Whether a request comes from a page of this server, or from no page at all. */
  readonly isOwnPage: (origin: string | undefined, host: string | undefined) => boolean;
}

/** The server's address, from `PUBLIC_URL` where it is set. */
export function publicAddress(publicUrl: string | null, machine: string = hostname()): PublicAddress {
  const told = publicUrl === null ? null : new URL(publicUrl);
  const names = new Set(['localhost', machine.toLowerCase(), told?.hostname]);
  return {
    url: publicUrl,
    path: told === null ? '/' : `${told.pathname.replace(/\/$/, '')}/`,
    isSecure: told?.protocol === 'https:',
    answerAt: (url) => void names.add(new URL(url).hostname),
    isOwnHost: (host) => {
      if (host === undefined) return true;
      const name = nameIn(host);
      return isLiteral(name) || names.has(name) || /\.(?:local|localhost)$/.test(name);
    },
    isOwnPage: (origin, host) => {
      if (origin === undefined || origin === told?.origin) return true;
      return URL.canParse(origin) && new URL(origin).host === host;
    },
  };
}

/** An address of a request below the server's path, whether a proxy has stripped that path or not. */
export function withoutPath(url: string, { path }: Pick<PublicAddress, 'path'>): string {
  const [asked = ''] = url.split('?', 1);
  if (path === '/' || !`${asked}/`.startsWith(path)) return url;
  return url.slice(path.length - 1).replace(/^(?=[^/]|$)/, '/');
}

/** The name in a `Host` header: without port and final dot, in lower case. */
function nameIn(host: string): string {
  return host.replace(/:\d*$/, '').replace(/\.$/, '').toLowerCase();
}

function isLiteral(name: string): boolean {
  return isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0;
}
