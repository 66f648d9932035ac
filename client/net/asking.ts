import { failed, ok, type Result } from '#shared/lib/result.ts';
import { type ApiErrorCode, apiErrorCodes } from '#shared/wire/apiErrors.ts';
import { hasTexts } from './hasTexts.ts';
import { standIn } from './standIn.ts';

/** Why a call failed: the server refused, or it could not be reached (`offline`). */
export interface ApiFailure {
  readonly code: ApiErrorCode | 'offline';
  /** In English, for logs; screens show the code's own sentence. */
  readonly message: string;
}

/** An answer of the server, or why there is none. */
export type ApiResult<Value> = Result<Value, ApiFailure>;

/** The ways to ask the server at `origin`: a path of its API, and what to send. */
export function methodsAt(origin: string) {
  const get = async <Value>(path: string): Promise<ApiResult<Value>> =>
    ask(`${origin}/api/${path}`, {}, json<Value>);
  const send = async <Value>(method: string, path: string, body: unknown): Promise<ApiResult<Value>> =>
    ask(
      `${origin}/api/${path}`,
      { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
      json<Value>,
    );
  const post = async <Value>(path: string, body: unknown): Promise<ApiResult<Value>> =>
    send('POST', path, body);
  return { get, send, post };
}

/** What says to the server who asks. */
export function bearing(token: string | null): RequestInit {
  return token === null ? {} : { headers: { authorization: `Bearer ${token}` } };
}

/** The answers come from our own server, which guarantees their shape; they are not parsed again. */
export async function json<Value>(response: Response): Promise<Value> {
  const value: Value = await response.json();
  return value;
}

/** Asks the server; a refusal or a server that cannot be reached is a value. */
export async function ask<Value>(
  url: string,
  init: RequestInit,
  read: (response: Response) => Promise<Value>,
): Promise<ApiResult<Value>> {
  if (standIn() !== null) return failed({ code: 'offline', message: 'there is no server here' });
  try {
    const response = await fetch(url, { credentials: 'same-origin', ...init });
    if (response.ok) return ok(await read(response));
    const error: unknown = await response.json().catch(() => null);
    const failure = hasTexts(error, ['code', 'message']) ? apiFailureOf(error) : null;
    if (failure !== null) return failed(failure);
    return failed({ code: 'offline', message: `the server answered ${response.status}` });
  } catch {
    return failed({ code: 'offline', message: 'the server could not be reached' });
  }
}

function apiFailureOf(error: { readonly code: string; readonly message: string }): ApiFailure | null {
  const code = apiErrorCodes.find((known) => known === error.code);
  return code === undefined ? null : { code, message: error.message };
}
