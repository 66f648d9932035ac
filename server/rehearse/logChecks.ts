import { ApiNo, type RehearsalApi } from './api.ts';
import type { Crowd } from './crowd.ts';
import { checkLog, type LogCheck, type Tally } from './tally.ts';

/**
 * Compares what people were told with the log of every session in which they sat; null for a session that continues, because only
 * the host may then read its log.
 */
export async function logChecks(
  api: RehearsalApi,
  crowds: readonly Crowd[],
  tally: Tally,
): Promise<readonly (LogCheck | null)[]> {
  const tokens = new Map<string, string>();
  for (const { code, token } of crowds.flatMap(({ people }) => people))
    if (token !== null && !tokens.has(code)) tokens.set(code, token);
  return Promise.all([...tokens].map(async ([code, token]) => logCheck(api, code, token, tally)));
}

async function logCheck(
  api: RehearsalApi,
  code: string,
  token: string,
  tally: Tally,
): Promise<LogCheck | null> {
  try {
    return checkLog(await api.log(code, token), tally, code);
  } catch (error) {
    if (error instanceof ApiNo) return null;
    throw error;
  }
}
