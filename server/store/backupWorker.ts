import { parentPort, workerData } from 'node:worker_threads';
import { backUp, type BackupReport } from './backup.ts';

/** The worker's input: the data directory, and the file to write. */
export interface BackupInput {
  readonly directory: string;
  readonly file: string;
}

/** The worker's one message. */
export type BackupOutcome =
  | { readonly made: BackupReport }
  | { readonly made: null; readonly sentence: string };

async function outcomeOf({ directory, file }: BackupInput): Promise<BackupOutcome> {
  try {
    return { made: await backUp(directory, file) };
  } catch (error) {
    return { made: null, sentence: error instanceof Error ? error.message : 'unknown' };
  }
}

parentPort?.postMessage(await outcomeOf(workerData), []);
