import { hostname } from 'node:os';
import { isIP } from 'node:net';

/** How people reach the server, and by which names it answers. */
export interface PublicAddress {
  /** Where people reach it through a proxy, without a slash at the end; null where they reach it directly. */
  readonly url: string | null;
  /** Under which path its pages lie; begins and ends with a slash. */
  readonly path: string;
  /** People reach it by https. */
  readonly isSecure: boolean;
  /** Makes one more address the server's own, for the host sends people there. */
  readonly answerAt: (url: string) => void;
  /** Whether a `Host` names this server. An IP address cannot be taken over by another site's name server; a name can. */
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

/** The name in a `Host`: without the port and a dot at the end, in small letters. */
function nameIn(host: string): string {
  return host.replace(/:\d*$/, '').replace(/\.$/, '').toLowerCase();
}

function isLiteral(name: string): boolean {
  return isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0;
}
