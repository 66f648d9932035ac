import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Whether the course takes the place of the map, by button and by the key C. */
export function useCourseShown(): Signal<boolean> {
  const isShown = useSignal(false);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLSelectElement || event.key.toLowerCase() !== 'c') return;
      isShown.value = !isShown.value;
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return isShown;
}
