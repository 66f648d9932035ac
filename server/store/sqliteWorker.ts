import { parentPort, workerData } from 'node:worker_threads';
import { commitTogether, type NumberedCall } from './groupCommit.ts';
import { openDatabase } from './openDatabase.ts';
import { tablesOf } from './sqliteTables.ts';

/** What the worker is started with. */
export interface WorkerInput {
  readonly directory: string;
}

/** The worker's first message: whether it could open the database, and if not the sentence that says why. */
export type WorkerOpening = { readonly opened: true } | { readonly opened: false; readonly sentence: string };

function serve(input: WorkerInput): void {
  const port = parentPort;
  if (port === null) throw new Error('the store worker runs only as a worker');
  const owned = openDatabase(input.directory);
  const { database } = owned;
  const tables = tablesOf(database);
  let batch: NumberedCall[] = [];
  const flush = (): void => {
    const collected = batch;
    batch = [];
    const closing = collected.filter(({ ask }) => ask.name === 'close');
    const work = collected.filter(({ ask }) => ask.name !== 'close');
    for (const reply of commitTogether(database, tables, work)) port.postMessage(reply, []);
    if (closing.length === 0) return;
    for (const reply of commitTogether(database, tables, closing)) port.postMessage(reply, []);
    owned.release();
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
