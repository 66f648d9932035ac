import { ServerError } from '@colyseus/core';

/** How joining is refused to an invalid token (the SDK's code for a failed authentication). */
export function badToken(): ServerError {
  return new ServerError(525, 'this token opens nothing here');
}
