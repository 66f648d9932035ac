import { ok } from '#shared/lib/result.ts';
import { ExportFold } from '../../panels/export/ExportFold.tsx';
import { CopyLink } from './CopyLink.tsx';
import { words } from '../../text/language.ts';
import { MarkList } from './MarkList.tsx';
import type { ReplayTools } from './replayTools.ts';
import { RoundList } from './RoundList.tsx';

/** What happened, to go to: every resolved round, and every mark of the tape. */
export function IndexPanel(tools: ReplayTools) {
  const { source, code, ui, playback, hidesAhead } = tools;
  const view = source.view.value;
  return (
    <div class="replay-index">
      <label class="tick">
        <input
          type="checkbox"
          checked={hidesAhead.value}
          onChange={(event) => {
            hidesAhead.value = event.currentTarget.checked;
          }}
        />
        <span>{words.value.replay.spoiler}</span>
      </label>
      <p class="replay-acts no-print">
        <CopyLink />
      </p>
      {view?.table.debrief && (
        <button type="button" class="btn primary no-print" onClick={() => (ui.debriefing.value = true)}>
          {words.value.debrief.doorSolo}
        </button>
      )}
      <ExportFold records={{ code, read: () => Promise.resolve(ok([source.text])) }} isHost={false} />
      <RoundList source={source} hidesAhead={hidesAhead.value} go={playback.go} />
      {view && <MarkList {...tools} view={view} />}
    </div>
  );
}
