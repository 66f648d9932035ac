import { basisOf } from '#shared/log/header.ts';
import { parseLog } from '#shared/log/parse.ts';
import { type DialFan, dialFanOf, dialPaths, type FanKind } from '#shared/simulation/dialFan.ts';
import { subjectOf } from '#shared/simulation/usualScores.ts';
import { deviceNow } from './deviceTime.ts';

/** What the page asks: simulated sessions of a record's setting. */
export interface DialFanErrand {
  readonly text: string;
  readonly kind: FanKind;
  readonly games: number;
}

/** What the worker says: the fan so far, and whether it is whole; null for a text that is no record. */
export type DialFanTold = { readonly fan: DialFan; readonly isWhole: boolean } | null;

/** How often the fan is told while it grows. */
const TOLD_EVERY_MS = 300;

addEventListener('message', ({ data }: MessageEvent<DialFanErrand>) => {
  const log = parseLog(data.text);
  if (!log.ok) {
    tell(null);
    return;
  }
  const paths: (readonly number[])[] = [];
  let toldAt = deviceNow();
  for (const path of dialPaths(subjectOf(basisOf(log.value.header)), data.kind, data.games)) {
    paths.push(path);
    if (deviceNow() - toldAt < TOLD_EVERY_MS) continue;
    toldAt = deviceNow();
    tell({ fan: dialFanOf(paths), isWhole: false });
  }
  tell({ fan: dialFanOf(paths), isWhole: true });
});

function tell(told: DialFanTold): void {
  postMessage(told);
}
