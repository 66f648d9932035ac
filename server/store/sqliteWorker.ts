import { parentPort, workerData } from 'node:worker_threads';
import type { NumberedCall } from './groupCommit.ts';
import { KeptDatabase } from './keptDatabase.ts';

/** The worker's input. */
export interface WorkerInput {
  readonly directory: string;
}

/** How often it checks that the file is in its place, also while nothing is written. */
const LOOK_EVERY_MS = 1000;

/** A sentence for the server's log. */
export interface WorkerNotice {
  readonly notice: string;
}

/** The worker's first message: whether it could open the database, and if not, the sentence that says why. */
export type WorkerOpening = { readonly opened: true } | { readonly opened: false; readonly sentence: string };

function serve(input: WorkerInput): void {
  const port = parentPort;
  if (port === null) throw new Error('the store worker runs only as a worker');
  const tell = (notice: string): void => port.postMessage({ notice } satisfies WorkerNotice, []);
  const kept = new KeptDatabase(input.directory, tell);
  const looking = setInterval(() => kept.look(), LOOK_EVERY_MS);
  let batch: NumberedCall[] = [];
  const flush = (): void => {
    const collected = batch;
    batch = [];
    const closing = collected.filter(({ ask }) => ask.name === 'close');
    const work = collected.filter(({ ask }) => ask.name !== 'close');
    if (work.length > 0) port.postMessage(kept.carryOut(work), []);
    if (closing.length === 0) return;
    clearInterval(looking);
    port.postMessage(kept.close(closing), []);
    port.close();
  };
  port.on('message', (call: NumberedCall) => {
    if (batch.length === 0) setImmediate(flush);
    batch.push(call);
  });
  const opening: WorkerOpening = { opened: true };
  port.postMessage(opening, []);
}

try {
  serve(workerData);
} catch (error) {
  const sentence = error instanceof Error ? error.message : 'The database cannot be opened.';
  const opening: WorkerOpening = { opened: false, sentence };
  parentPort?.postMessage(opening, []);
}
