import type { ExportMade, ExportWish } from './exportWish.ts';

/** Has a file made by a worker, so that the page stays in use. Rejects if the worker cannot start or run. */
export async function madeInWorker(texts: readonly string[], wish: ExportWish): Promise<ExportMade> {
  const worker = new Worker(new URL('./exportWorker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<ExportMade>) => resolve(data));
      worker.addEventListener('error', () => reject(new Error('the worker has failed')));
      worker.postMessage({ texts, wish });
    });
  } finally {
    worker.terminate();
  }
}
