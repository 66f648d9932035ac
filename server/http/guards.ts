import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { MOST_IMPORT_BYTES } from '#shared/wire/library.ts';
import { MOST_PACK_BYTES } from '#shared/wire/packs.ts';
import { refuse } from './errors.ts';
import { passedOnFrom } from './peerSeal.ts';
import { type PublicAddress, withoutPath } from './publicAddress.ts';

/** The route that imports a record. */
export const IMPORT_PATH = '/library-import';

/** The route that takes a scenario of the host's own. */
export const PACKS_PATH = '/host/packs';

/** The largest body that any other route accepts. */
export const BODY_LIMIT_BYTES = 16 * 1024;

/**
 * The headers of every answer: only scripts, styles, sockets and pictures of this server. They do not forbid plain http, because a
 * classroom network has no certificates. In development, styles are inlined in the page.
 */
export function securityHeaders(isDev: boolean): RequestHandler {
  const self = ["'self'"];
  const none = ["'none'"];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: none,
        scriptSrc: self,
        styleSrc: isDev ? ["'self'", "'unsafe-inline'"] : self,
        connectSrc: self,
        fontSrc: self,
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        formAction: self,
        objectSrc: none,
        baseUri: none,
        frameAncestors: none,
      },
    },
    strictTransportSecurity: false,
    // Both need a secure context; on plain http browsers only print a warning.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
    // For browsers and plug-ins that cannot run the client; every answer would carry them.
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
}

/**
 * Refuses a request under a name that is not this server's: a foreign name server may have pointed that name here. A request that
 * another server passes on has passed that server's guards.
 */
export function ownHostOnly({ isOwnHost }: PublicAddress): RequestHandler {
  return (request, response, next) => {
    if (passedOnFrom(request) !== null || isOwnHost(request.headers.host)) return next();
    refuse(
      response,
      421,
      'otherHost',
      'this server does not go by that name: use its IP address, or set PUBLIC_URL',
    );
  };
}

/** Refuses requests that another site's page sends. */
export function ownPagesOnly({ isOwnPage }: PublicAddress): RequestHandler {
  return (request, response, next) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead || passedOnFrom(request) !== null) return next();
    if (isOwnPage(request.headers.origin, request.headers.host)) return next();
    refuse(
      response,
      403,
      'otherPage',
      'this page has another address than the server: behind a proxy, set PUBLIC_URL',
    );
  };
}

/** Lets the server run below a path, whether a proxy strips the path or keeps it. */
export function underPath(reach: PublicAddress): RequestHandler {
  return (request, _response, next) => {
    const url = withoutPath(request.url, reach);
    if (url !== request.url) {
      request.url = url;
      request.originalUrl = url;
    }
    next();
  };
}

/** Refuses a body that is too large for its route or has no length, before reading any of it. */
export const smallBodiesOnly: RequestHandler = (request, response, next) => {
  const length = request.headers['content-length'];
  const most = mostFor(request.path);
  if (length === undefined && request.headers['transfer-encoding'] !== undefined) {
    refuse(response, 411, 'malformed', 'the body must state its length');
  } else if (Number(length ?? 0) > most) {
    refuse(response, 413, 'malformed', 'the body is too large');
  } else next();
};

function mostFor(path: string): number {
  if (path.endsWith(`/api${IMPORT_PATH}`)) return MOST_IMPORT_BYTES;
  return path.endsWith(`/api${PACKS_PATH}`) ? MOST_PACK_BYTES : BODY_LIMIT_BYTES;
}
