import type { TableNow } from '#shared/wire/gatherings.ts';
import { eventComparison } from '../../lib/comparedSessions.ts';
import { pathTo } from '../../net/ownAddress.ts';
import { ExportPanel } from '../../panels/export/ExportPanel.tsx';
import { sessionRecords } from '../../panels/export/sessionRecords.ts';
import { words } from '../../text/language.ts';

interface Props {
  /** The code of the event. */
  readonly event: string;
  readonly tables: readonly TableNow[];
}

/** What can be done with the tables that have ended: laid beside each other, and saved as files, all in one. */
export function AfterPlay({ event, tables }: Props) {
  const { manyTables: text } = words.value;
  const ended = tables.filter(({ phase }) => phase === 'ended').toSorted((a, b) => a.number - b.number);
  const codes = ended.map(({ code }) => code);
  if (codes.length === 0) return null;
  return (
    <section class="after-play">
      <h2>{text.after.title(codes.length)}</h2>
      {codes.length > 1 && (
        <a class="btn" href={pathTo(eventComparison(event, ended))} target="_blank" rel="noopener">
          {text.after.debrief}
        </a>
      )}
      <a class="btn" href={pathTo(`/dials/${event}#paths`)} target="_blank" rel="noopener">
        {text.wall.openPaths}
      </a>
      <details>
        <summary>{text.after.files(codes.length)}</summary>
        <ExportPanel key={codes.join()} records={sessionRecords(codes)} isHost />
      </details>
    </section>
  );
}
