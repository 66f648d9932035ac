import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { words } from '../../text/language.ts';

/** Takes a file that is dropped anywhere on the page; the signal says whether one hovers over it. */
function useDrop(open: (file: Blob) => void): ReadonlySignal<boolean> {
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

/** Takes a file by choosing or by dropping it anywhere on the page. */
export function FilePicker({ open }: { readonly open: (file: Blob) => void }) {
  const { open: text } = words.value.replay;
  const over = useDrop(open);
  return (
    <div class={over.value ? 'file-picker over' : 'file-picker'}>
      <p>{text.text}</p>
      <label class="btn primary lg">
        {text.choose}
        <input
          type="file"
          class="visually-hidden"
          accept=".jsonl,.json,application/jsonl,text/plain"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) open(file);
          }}
        />
      </label>
      <p class="note">{over.value ? text.dropNow : text.drop}</p>
    </div>
  );
}
