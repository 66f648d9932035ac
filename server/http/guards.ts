import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { refuse } from './errors.ts';

/** Largest body that any route takes. */
export const BODY_LIMIT_BYTES = 16 * 1024;

/**
 * The headers of every answer: only this server's own scripts, styles, sockets and pictures. Nothing that would forbid
 * plain http, for a classroom's network has no certificates. In development styles are written into the page.
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
    // Both need a secure context; on plain http browsers only warn about them.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
}

/** Whether a request comes from a page of this server, or from no page at all. */
export function isSameOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

/** Turns away what another site's page sends. */
export const sameOriginOnly: RequestHandler = (request, response, next) => {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead || isSameOrigin(request.headers.origin, request.headers.host)) next();
  else refuse(response, 403, 'notAllowed', 'this request comes from another site');
};

/** Turns away a body that is too large or does not say how large it is, before any of it is read. */
export const smallBodiesOnly: RequestHandler = (request, response, next) => {
  const length = request.headers['content-length'];
  if (length === undefined && request.headers['transfer-encoding'] !== undefined) {
    refuse(response, 411, 'malformed', 'the body must state its length');
  } else if (Number(length ?? 0) > BODY_LIMIT_BYTES) {
    refuse(response, 413, 'malformed', 'the body is too large');
  } else next();
};
