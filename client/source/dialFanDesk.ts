import type { DialFanErrand, DialFanTold } from './dialFanWorker.ts';

export { type DialFan, shareBelow } from '#shared/simulation/dialFan.ts';

/** Lets sessions of a record's setting be simulated in a worker; the answer ends it. */
export function askDialFan(errand: DialFanErrand, tell: (told: DialFanTold) => void): () => void {
  const worker = new Worker(new URL('./dialFanWorker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<DialFanTold>) => {
    tell(data);
    if (data === null || data.isWhole) worker.terminate();
  });
  worker.addEventListener('error', () => tell(null));
  worker.postMessage(errand);
  return () => worker.terminate();
}
