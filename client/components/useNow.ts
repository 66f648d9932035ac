import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { deviceNow } from '../source/deviceTime.ts';

/** This device's running time in ms, updated at this interval while the component is on the page. */
export function useNow(everyMs = 250): number {
  const now = useSignal(deviceNow());
  useEffect(() => {
    const beat = setInterval(() => {
      now.value = deviceNow();
    }, everyMs);
    return () => clearInterval(beat);
  }, [everyMs]);
  return now.value;
}
