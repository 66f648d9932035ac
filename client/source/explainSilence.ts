import type { Signal } from '@preact/signals';
import { isServerThere } from '../net/freshBuild.ts';
import type { SourceStatus } from './viewSource.ts';

/** How long the first connection may take before the page explains the obstacle. */
const WITHIN_MS = 6000;
const silent: readonly SourceStatus[] = ['connecting', 'noSocket', 'noServer'];

/**
 * If the first connection does not succeed, says whether the server or only the live connection cannot be reached, and checks
 * again while that lasts. Returns the function to stop. [cases: wsblocked]
 */
export function explainSilence(origin: string, status: Signal<SourceStatus>): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let isStopped = false;
  const look = async (): Promise<void> => {
    const isThere = await isServerThere(origin);
    if (isStopped || !silent.includes(status.value)) return;
    status.value = isThere ? 'noSocket' : 'noServer';
    timer = setTimeout(() => void look(), WITHIN_MS);
  };
  timer = setTimeout(() => void look(), WITHIN_MS);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
