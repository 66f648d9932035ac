import type { ComponentProps } from 'preact';
import { words } from '../../text/language.ts';
import { ExportPanel } from './ExportPanel.tsx';

/** The files that can be made of a record, folded away until they are wanted. */
export function ExportFold(props: ComponentProps<typeof ExportPanel>) {
  return (
    <details class="export-fold no-print">
      <summary>{words.value.exports.fold}</summary>
      <ExportPanel {...props} />
    </details>
  );
}
