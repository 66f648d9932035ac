import { parentPort, workerData } from 'node:worker_threads';
import { checkedRecord } from './importedRecord.ts';

/** What the worker is started with: the text of a record. Its one message is what `checkedRecord` says of it. */
export interface ImportInput {
  readonly text: string;
}

const input: ImportInput = workerData;
parentPort?.postMessage(checkedRecord(input.text), []);
