import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Result } from '#shared/lib/result.ts';
import type { CheckedRecord, ImportFault } from './importedRecord.ts';
import type { ImportInput } from './importWorker.ts';

/** Verifies a record on a thread of its own: a large one takes seconds, and a class may be playing. */
export async function checkedBeside(text: string): Promise<Result<CheckedRecord, ImportFault>> {
  const input: ImportInput = { text };
  const worker = new Worker(new URL('./importWorker.ts', import.meta.url), { workerData: input });
  const [checked]: Result<CheckedRecord, ImportFault>[] = await once(worker, 'message');
  if (checked === undefined) throw new Error('the thread that verifies a record said nothing');
  return checked;
}
