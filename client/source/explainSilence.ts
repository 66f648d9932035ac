import type { Signal } from '@preact/signals';
import { isServerThere } from '../net/freshBuild.ts';
import type { SourceStatus } from './viewSource.ts';

/** How long the first connection may take before the page says what is in the way. */
const WITHIN_MS = 6000;
const silent: readonly SourceStatus[] = ['connecting', 'noSocket', 'noServer'];

/**
 * Where the first connection does not come about, says whether the server or only the live connection is out of reach, and
 * looks again for as long as that lasts. Gives back how to stop. [cases: wsblocked]
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
