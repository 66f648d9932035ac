import type { Signal } from '@preact/signals';
import { ExportPanel } from '../../panels/export/ExportPanel.tsx';
import { sessionRecords } from '../../panels/export/sessionRecords.ts';
import { pathTo } from '../../net/ownAddress.ts';
import { words } from '../../text/language.ts';

/** The files that can be made of the ticked sessions; how to tick them while none is. */
export function TickedSessions({ ticked }: { readonly ticked: Signal<readonly string[]> }) {
  const { exports } = words.value;
  const codes = ticked.value;
  if (codes.length === 0) return <p class="note">{exports.tickHint}</p>;
  return (
    <>
      <a class="btn" href={pathTo(`/compare#codes=${codes.join(',')}`)}>
        {words.value.compare.open}
      </a>
      <details class="export-fold ticked">
        <summary>{exports.ticked(codes.length)}</summary>
        <ExportPanel records={sessionRecords(codes)} isHost />
        <button type="button" class="btn quiet" onClick={() => (ticked.value = [])}>
          {exports.untick}
        </button>
      </details>
    </>
  );
}
