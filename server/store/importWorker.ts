import { parentPort, workerData } from 'node:worker_threads';
import { checkedRecord } from './importedRecord.ts';

/** The worker's input: the text of a record. Its only message is the result of `checkedRecord`. */
export interface ImportInput {
  readonly text: string;
}

const input: ImportInput = workerData;
parentPort?.postMessage(checkedRecord(input.text), []);
