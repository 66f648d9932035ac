import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Accepts a file dropped anywhere on the page; the signal says whether one hovers over it. */
export function useFileDrop(open: (file: File) => void): ReadonlySignal<boolean> {
  const over = useSignal(false);
  useEffect(() => {
    const drag = (event: DragEvent): void => {
      event.preventDefault();
      over.value = event.type === 'dragover';
    };
    const drop = (event: DragEvent): void => {
      drag(event);
      const file = event.dataTransfer?.files[0];
      if (file) open(file);
    };
    addEventListener('dragover', drag);
    addEventListener('dragleave', drag);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', drag);
      removeEventListener('dragleave', drag);
      removeEventListener('drop', drop);
    };
  }, [open]);
  return over;
}
