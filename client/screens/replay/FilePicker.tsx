import { useFileDrop } from '../../components/useFileDrop.ts';
import { words } from '../../text/language.ts';

/** Takes a file that is chosen, or dropped anywhere on the page. */
export function FilePicker({ open }: { readonly open: (file: Blob) => void }) {
  const { open: text } = words.value.replay;
  const over = useFileDrop(open);
  return (
    <div class={over.value ? 'file-picker over' : 'file-picker'}>
      <p>{text.text}</p>
      <label class="btn primary lg">
        {text.choose}
        <input
          type="file"
          class="visually-hidden"
          accept=".jsonl,.json,.gz,.zst,application/jsonl,application/gzip,application/zstd,text/plain"
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
