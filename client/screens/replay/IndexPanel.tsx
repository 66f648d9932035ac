import { ok } from '#shared/lib/result.ts';
import { ExportFold } from '../../panels/export/ExportFold.tsx';
import { SavePicture } from '../../panels/picture/SavePicture.tsx';
import { ShareLinks } from '../../panels/share/ShareLinks.tsx';
import { CopyLink } from './CopyLink.tsx';
import { words } from '../../text/language.ts';
import { MarkList } from './MarkList.tsx';
import { roundAddress } from './replayAddress.ts';
import type { ReplayTools } from './replayTools.ts';
import { RoundList } from './RoundList.tsx';

/** What happened, to go to: every resolved round, and every mark of the tape. */
export function IndexPanel(tools: ReplayTools) {
  const { source, code, link, mayShare, isBranch, ui, playback } = tools;
  const view = source.view.value;
  return (
    <div class="replay-index">
      {link !== null && !isBranch && <p class="panel-note">{words.value.shareLinks.opened}</p>}
      <label class="tick">
        <input
          type="checkbox"
          checked={source.hidesAhead.value}
          onChange={(event) => {
            source.hidesAhead.value = event.currentTarget.checked;
          }}
        />
        <span>{words.value.replay.spoiler}</span>
      </label>
      <Acts {...tools} />
      {view?.table.debrief && !isBranch && (
        <button type="button" class="btn primary no-print" onClick={() => (ui.debriefing.value = true)}>
          {words.value.debrief.doorSolo}
        </button>
      )}
      {!isBranch && (
        <ExportFold records={{ code, read: () => Promise.resolve(ok([source.text])) }} isHost={false} />
      )}
      {mayShare && code !== null && !isBranch && <ShareLinks code={code} />}
      {view && !isBranch && <SavePicture view={view} />}
      <RoundList
        source={source}
        addressOf={isBranch ? null : (round) => roundAddress(round, link)}
        whatIf={(round) => askWhatIf(tools, round)}
        go={playback.go}
      />
      {view && <MarkList {...tools} view={view} />}
    </div>
  );
}

function Acts(tools: ReplayTools) {
  const { source, code, link, isBranch, toSheets } = tools;
  const { breaks, position, hidesAhead } = source;
  // While what lies ahead is hidden, only rounds that have been seen can be asked about.
  const until = hidesAhead.value ? position.value : source.length;
  return (
    <p class="replay-acts no-print">
      {!isBranch && <CopyLink isOnServer={code !== null || link !== null} />}
      {!isBranch && (
        <button type="button" class="btn" onClick={toSheets}>
          {words.value.exports.sheets}
        </button>
      )}
      {breaks.some((place, round) => round > 0 && place <= until) && (
        <button type="button" class="btn" onClick={() => askWhatIf(tools, roundHere(source))}>
          {words.value.whatIf.door}
        </button>
      )}
    </p>
  );
}

/** Opens the question about a round; the tape stops. */
function askWhatIf({ ui, playback }: ReplayTools, round: number): void {
  playback.playing.value = false;
  ui.whatIf.value = round;
}

/** The round that was resolved last at this position, or the first. */
function roundHere({ breaks, position }: ReplayTools['source']): number {
  return Math.max(
    1,
    breaks.findLastIndex((place) => place <= position.value),
  );
}
