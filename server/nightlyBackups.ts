import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ServerLog } from './lib/serverLog.ts';
import type { BackupInput, BackupOutcome } from './store/backupWorker.ts';
import { stampOf } from './store/setAside.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FIRST_LOOK_MS = 60_000;
const LOOK_EVERY_MS = HOUR_MS / 2;
const DAYS_KEPT = 7;
const WEEKS_KEPT = 4;

/** What nightly backups need from the server. */
export interface BackupsInput {
  readonly directory: string;
  readonly folder: string;
  readonly log: ServerLog;
  readonly now: () => number;
}

/**
 * Makes a backup every night on a thread of its own, and keeps one for each of the last 7 days and 4 weeks that have one. A
 * computer that is off at night makes it soon after its start. Returns the way to stop.
 */
export function keepBackups(input: BackupsInput): () => void {
  let isBusy = false;
  const look = (): void => {
    if (isBusy || !isBackupDue(namesIn(input.folder), input.now())) return;
    isBusy = true;
    void makeBackup(input).finally(() => {
      isBusy = false;
    });
  };
  const first = setTimeout(look, FIRST_LOOK_MS).unref();
  const every = setInterval(look, LOOK_EVERY_MS).unref();
  return () => {
    clearTimeout(first);
    clearInterval(every);
  };
}

/** Whether a new nightly backup is due: at night after 20 hours, else after 26. */
export function isBackupDue(names: readonly string[], nowMs: number): boolean {
  const newest = newestOf(names) ?? 0;
  const hour = new Date(nowMs).getHours();
  return nowMs - newest > (hour >= 2 && hour < 5 ? 20 : 26) * HOUR_MS;
}

/** The expired nightly backups: neither the newest of one of the last 7 days nor of one of the last 4 weeks that have one. */
export function expiredBackups(names: readonly string[]): readonly string[] {
  const all = nightly(names).toSorted((a, b) => b.ms - a.ms);
  const kept = new Set([
    ...newestOfEach(all, ({ ms }) => Math.floor(ms / DAY_MS)).slice(0, DAYS_KEPT),
    // Day 0 was a Thursday; weeks begin on Monday.
    ...newestOfEach(all, ({ ms }) => Math.floor((ms / DAY_MS + 3) / 7)).slice(0, WEEKS_KEPT),
  ]);
  return all.filter((one) => !kept.has(one)).map(({ name }) => name);
}

/** The time of the newest nightly backup in a folder; null if there is none. */
export function newestBackupMs(folder: string): number | null {
  return newestOf(namesIn(folder));
}

function newestOf(names: readonly string[]): number | null {
  return nightly(names).reduce<number | null>((newest, { ms }) => Math.max(newest ?? ms, ms), null);
}

interface Nightly {
  readonly name: string;
  readonly ms: number;
}

function newestOfEach(all: readonly Nightly[], spanOf: (one: Nightly) => number): readonly Nightly[] {
  return all.filter((one, index) => all.findIndex((other) => spanOf(other) === spanOf(one)) === index);
}

/** Only files that this module named: it never deletes what a person put into the folder. */
function nightly(names: readonly string[]): readonly Nightly[] {
  return names.flatMap((name) => {
    const parts = /^nightly-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-(\d{3})\.sqlite$/.exec(name);
    if (parts === null) return [];
    const [year = 0, month = 1, day = 1, hour, minute, second, ms] = parts.slice(1).map(Number);
    return [{ name, ms: Date.UTC(year, month - 1, day, hour, minute, second, ms) }];
  });
}

/** Makes one nightly backup now and deletes the expired ones. */
export async function makeBackup({ directory, folder, log, now }: BackupsInput): Promise<void> {
  try {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `nightly-${stampOf(now())}.sqlite`);
    const worker = new Worker(new URL('./store/backupWorker.ts', import.meta.url), {
      workerData: { directory, file } satisfies BackupInput,
    });
    const [outcome]: BackupOutcome[] = await once(worker, 'message');
    if (outcome === undefined || outcome.made === null) {
      log.error({ sentence: outcome?.sentence }, 'the nightly backup could not be made');
      return;
    }
    const { sessions, damaged } = outcome.made;
    log.info({ sessions, damaged: damaged.length }, 'the nightly backup is made');
    for (const name of expiredBackups(namesIn(folder))) rmSync(join(folder, name), { force: true });
  } catch (error) {
    const kind = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    log.error({ kind }, 'the nightly backup could not be made');
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
