import { useSignal } from '@preact/signals';
import type { View } from '#shared/session/views/tableView.ts';
import { Notice } from '../../components/Notice.tsx';
import { RadioRow } from '../../components/RadioRow.tsx';
import { type Theme, theme } from '../../components/theme.ts';
import { saveFile } from '../../lib/saveFile.ts';
import { words } from '../../text/language.ts';
import { lastRound } from '../world/gauges.ts';
import { type PictureKind, pictureKinds } from './pictureKinds.ts';
import '../../styles/export.css';

type Saving = 'idle' | 'making' | 'failed' | { readonly file: string };

/** Saves map, dial or course as they are now, as a picture for slides. */
export function SavePicture({ view }: { readonly view: View }) {
  const { pictures } = words.value;
  const ground = useSignal<Theme>(theme.peek());
  return (
    <details class="export-fold no-print">
      <summary>{pictures.fold}</summary>
      <div class="export">
        <RadioRow
          label={pictures.ground}
          options={[
            ['paper', pictures.light],
            ['night', pictures.dark],
          ]}
          chosen={ground.value}
          choose={(chosen) => (ground.value = chosen)}
        />
        <Kinds view={view} ground={ground.value} />
        <p class="note">{pictures.note}</p>
      </div>
    </details>
  );
}

function Kinds({ view, ground }: { readonly view: View; readonly ground: Theme }) {
  const { pictures, refusals } = words.value;
  const now = useSignal<Saving>('idle');
  const isMaking = now.value === 'making';
  const save = (kind: PictureKind): void => {
    if (isMaking) return;
    now.value = 'making';
    drawn(kind, view, ground).then(
      (picture) => {
        const file = `crossroads-${view.card.id}-${kind}-${lastRound(view)}.png`;
        saveFile(file, picture);
        now.value = { file };
      },
      () => (now.value = 'failed'),
    );
  };
  return (
    <>
      <p class="row">
        {pictureKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            class={isMaking ? 'btn busy' : 'btn'}
            aria-disabled={isMaking ? 'true' : undefined}
            onClick={() => save(kind)}
          >
            {pictures.kinds[kind]}
          </button>
        ))}
      </p>
      <p class="note export-result" role="status">
        {isMaking && pictures.making}
        {typeof now.value === 'object' && pictures.made(now.value.file)}
      </p>
      {now.value === 'failed' && <Notice title={refusals.notDone} text={pictures.failed} />}
    </>
  );
}

/** The code that draws loads with the first picture. */
async function drawn(kind: PictureKind, view: View, on: Theme): Promise<Blob> {
  const { pictureFor } = await import('./pictureFor.tsx');
  return pictureFor(kind, view, on);
}
