import compression from 'compression';
import type { RequestHandler } from 'express';

/**
 * The answers that are sent compressed, by path below `/api`: the scenarios, the card of a session and its record. None of them
 * contains a password, a pass, a rejoin code or the host's secret. Everything else is sent uncompressed, so that nobody can guess
 * such a secret from the length of an answer. [decision 0027]
 */
const WITHOUT_SECRETS = /^\/(?:scenarios(?:\/[^/]+)?|sessions\/[^/]+(?:\/log)?)$/;

/** Compresses the large answers of the API that contain no secret. */
export function compressedAnswers(): RequestHandler {
  const compress = compression({ threshold: 1024 });
  return (request, response, next) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead && WITHOUT_SECRETS.test(request.path)) compress(request, response, next);
    else next();
  };
}
