import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { ZodError } from 'zod';
import type { ApiError, ApiErrorCode, ApiOutOfReach } from '#shared/wire/apiErrors.ts';
import { faultForLog, type ServerLog } from '../lib/serverLog.ts';
import { StoreError } from '../store/sessionStore.ts';
import { passedOnFrom } from './peerSeal.ts';

/** Answers with an API error: a code for screens, an English sentence for people at a terminal. */
export function refuse(response: Response, status: number, code: ApiErrorCode, message: string): void {
  response.locals[REFUSED] = code;
  response.status(status).json({ code, message } satisfies ApiError);
}

const REFUSED = 'refused';

/** The code of a refusal; null for any other answer. */
export function refusalOf(response: Response): string | null {
  const code: unknown = response.locals[REFUSED];
  return typeof code === 'string' ? code : null;
}

/** Answers by which a server, or the room framework (523), says that it cannot serve now. */
const FAULTS: readonly number[] = [500, 502, 503, 504, 523];

/** Whether whoever asked was refused. That a server cannot serve now is no failure of who asks. */
export function isRefused({ statusCode }: Pick<Response, 'statusCode'>): boolean {
  return statusCode >= 400 && !FAULTS.includes(statusCode);
}

/** Answers that the server which runs the session does not answer now. The page then asks again, as when its network is gone. */
export function outOfReach(response: Response): void {
  const body: ApiOutOfReach = {
    code: 'offline',
    message: 'the server that runs this session cannot be reached now; try again',
  };
  response.locals[REFUSED] = body.code;
  response.setHeader('Retry-After', '1');
  response.status(503).json(body);
}

const ELSEWHERE = 'elsewhere';

/** Notes that another server gives this answer, and counts it. */
export function answeredElsewhere(response: Response): void {
  response.locals[ELSEWHERE] = true;
}

/** Whether another server has given this answer. */
export function isAnsweredElsewhere(response: Response): boolean {
  return response.locals[ELSEWHERE] === true;
}

/** Refuses an opening. A person enters numbers, so numbers out of range get a sentence; anything else comes from a program. */
export function refuseOpening(response: Response, { issues }: ZodError, expected: string): void {
  if (!issues.every(({ path }) => path.includes('pace'))) return refuse(response, 400, 'malformed', expected);
  refuse(response, 400, 'badPace', 'the rounds or seconds are out of bounds');
}

/** The address a request comes from, also by way of another server, for limits in memory; never written to disk. */
export function remoteAddressOf(request: Request): string {
  return passedOnFrom(request) ?? request.ip ?? 'unknown';
}

/** Answers for unknown API addresses. */
export const noSuchRoute: RequestHandler = (_request, response) => {
  refuse(response, 404, 'malformed', 'there is no such address');
};

/** Answers for every error that a route throws: bad JSON, a store that cannot write, faults of the program. */
export function lastWord(log: ServerLog): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = statusOf(error);
    if (error instanceof StoreError) refuse(response, 503, 'notStored', 'this could not be kept; try again');
    else if (status < 500) refuse(response, status, 'malformed', 'the request could not be read');
    else {
      log.error({ fault: faultForLog(error) }, 'a request met a fault');
      refuse(response, 500, 'notAllowed', 'the server met a fault of its own');
    }
  };
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 500;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
