import { basisOf } from '#shared/log/header.ts';
import { parseLog } from '#shared/log/parse.ts';
import { type DialFan, dialFanOf, dialPaths, type FanKind } from '#shared/simulation/dialFan.ts';
import { subjectOf } from '#shared/simulation/usualScores.ts';
import { deviceNow } from './deviceTime.ts';
import { fanShippedFor } from './shippedFans.ts';

/** What the page asks: simulated sessions of a record's setting. */
export interface DialFanErrand {
  readonly text: string;
  readonly kind: FanKind;
  /** How many are simulated now; null: only what was shipped for this setting. */
  readonly games: number | null;
}

/**
 * What the worker says: the fan so far, and whether it is whole; no fan if none was shipped for the setting. Null for a text that
 * is no record.
 */
export type DialFanTold = { readonly fan: DialFan | null; readonly isWhole: boolean } | null;

/** How often the fan is told while it grows. */
const TOLD_EVERY_MS = 300;

addEventListener('message', ({ data }: MessageEvent<DialFanErrand>) => {
  answer(data).catch(() => tell(null));
});

async function answer({ text, kind, games }: DialFanErrand): Promise<void> {
  const log = parseLog(text);
  if (!log.ok) return tell(null);
  const { header } = log.value;
  if (games === null) return tell({ fan: await fanShippedFor(header, kind), isWhole: true });
  const paths: (readonly number[])[] = [];
  let toldAt = deviceNow();
  for (const path of dialPaths(subjectOf(basisOf(header)), kind, games)) {
    paths.push(path);
    if (deviceNow() - toldAt < TOLD_EVERY_MS) continue;
    toldAt = deviceNow();
    tell({ fan: dialFanOf(paths), isWhole: false });
  }
  tell({ fan: dialFanOf(paths), isWhole: true });
}

function tell(told: DialFanTold): void {
  postMessage(told);
}
