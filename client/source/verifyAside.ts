import type { VerifyReport } from '#shared/log/verify.ts';
import type { RecordedSource } from './recorded.ts';
import type { VerifyTold } from './verifyWorker.ts';

/**
 * Checks a record in a worker, because a long one would keep the page from answering for a second; on the page where a device
 * starts none. Gives the way to stop.
 */
export function verifyAside(source: RecordedSource, tell: (report: VerifyReport) => void): () => void {
  const worker = new Worker(new URL('./verifyWorker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<VerifyTold>) => {
    worker.terminate();
    tell(data ?? source.verify());
  });
  worker.addEventListener('error', () => tell(source.verify()));
  worker.postMessage(source.text);
  return () => worker.terminate();
}
