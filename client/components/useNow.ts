import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** This device's time in ms, renewed every so many ms while the component is on the page. */
export function useNow(everyMs = 250): number {
  const now = useSignal(Date.now());
  useEffect(() => {
    const beat = setInterval(() => {
      now.value = Date.now();
    }, everyMs);
    return () => clearInterval(beat);
  }, [everyMs]);
  return now.value;
}
