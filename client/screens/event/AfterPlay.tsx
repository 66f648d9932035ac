import type { TableNow } from '#shared/wire/gatherings.ts';
import { MOST_COMPARED } from '../../lib/mostCompared.ts';
import { pathTo } from '../../net/ownAddress.ts';
import { ExportPanel } from '../../panels/export/ExportPanel.tsx';
import { sessionRecords } from '../../panels/export/sessionRecords.ts';
import { words } from '../../text/language.ts';

/** What can be done with the tables that have ended: laid beside each other, and saved as files, all in one. */
export function AfterPlay({ tables }: { readonly tables: readonly TableNow[] }) {
  const { compare, manyTables: text } = words.value;
  const codes = tables.filter(({ phase }) => phase === 'ended').map(({ code }) => code);
  if (codes.length === 0) return null;
  const compared = codes.slice(0, MOST_COMPARED);
  return (
    <section class="after-play">
      <h2>{text.after.title(codes.length)}</h2>
      {compared.length > 1 && (
        <a class="btn" href={pathTo(`/compare#codes=${compared.join(',')}`)} target="_blank" rel="noopener">
          {compare.open}
        </a>
      )}
      {codes.length > MOST_COMPARED && <p class="note">{text.after.compareNote(MOST_COMPARED)}</p>}
      <details>
        <summary>{text.after.files(codes.length)}</summary>
        <ExportPanel key={codes.join()} records={sessionRecords(codes)} isHost />
      </details>
    </section>
  );
}
