import { parseLog } from '#shared/log/parse.ts';
import { verifyLog, type VerifyReport } from '#shared/log/verify.ts';
import { digestHere } from './digestHere.ts';

/** What the worker says about the text of a record; null for a text that is none. */
export type VerifyTold = VerifyReport | null;

addEventListener('message', ({ data }: MessageEvent<string>) => {
  const log = parseLog(data);
  const told: VerifyTold = log.ok ? verifyLog(log.value, digestHere) : null;
  postMessage(told);
});
