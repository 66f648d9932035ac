import { analysisPage } from '../../lib/address.ts';
import { ExportFold } from '../../panels/export/ExportFold.tsx';
import { sessionRecords } from '../../panels/export/sessionRecords.ts';
import { ShareLinks } from '../../panels/share/ShareLinks.tsx';
import { words } from '../../text/language.ts';
import { pathTo } from '../../net/ownAddress.ts';

/** The host's next steps after the session: look back, and save the record or files made of it. */
export function Finished({ code, asCoHost }: { readonly code: string; readonly asCoHost: boolean }) {
  const { room } = words.value.host;
  return (
    <section class="waiting finished">
      <h2>{room.ended}</h2>
      <p class="note">{room.endedNote}</p>
      <div class="row">
        <a class="btn primary" href={pathTo(`/replay/${code}`)} target="_blank" rel="noopener">
          {room.replay}
        </a>
        <a class="btn" href={pathTo(analysisPage(code))} target="_blank" rel="noopener">
          {words.value.replay.analysis.open}
        </a>
        <a class="btn" href={pathTo(`/replay/${code}#lead`)} target="_blank" rel="noopener">
          {words.value.replay.shared.lead}
        </a>
        <a class="btn" href={pathTo(`/api/sessions/${code}/log`)} download={`crossroads-${code}.jsonl`}>
          {room.download}
        </a>
        <a class="btn" href={pathTo(`/replay/${code}#sheets`)} target="_blank" rel="noopener">
          {words.value.exports.sheets}
        </a>
      </div>
      {!asCoHost && <ShareLinks code={code} />}
      <ExportFold records={sessionRecords([code])} isHost />
    </section>
  );
}
