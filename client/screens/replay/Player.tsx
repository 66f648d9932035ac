import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import type { RecordedSource } from '../../source/recorded.ts';
import { pick, words } from '../../text/language.ts';
import { DebriefPage } from '../debrief/DebriefPage.tsx';
import { Eyes } from './Eyes.tsx';
import { lineSentence } from './lineSentence.ts';
import { RoundList } from './RoundList.tsx';
import { Scrubber } from './Scrubber.tsx';
import { StagePane, WorldNow } from './StagePane.tsx';
import { SealedNow } from './SealedNow.tsx';
import { Transport } from './Transport.tsx';
import { usePlayback, usePlaybackKeys } from './usePlayback.ts';
import { roundsText } from '../../panels/roundsText.ts';

/** The replay of an opened record: the world above, the tape below. */
export function Player({ source }: { readonly source: RecordedSource }) {
  const playback = usePlayback(source);
  const everything = useSignal(false);
  const hidesAhead = useSignal(false);
  usePlaybackKeys(playback);
  useRoundInAddress(source);
  const debriefing = useSignal(false);
  const view = source.view.value;
  if (view === null) return null;
  if (debriefing.value && view.table.debrief)
    return <DebriefPage view={view} source={source} close={() => (debriefing.value = false)} />;
  const position = source.position.value;
  return (
    <main id="main" class="player" tabIndex={-1}>
      <h1 class="visually-hidden">{words.value.replay.title}</h1>
      <div class="stage">
        <StagePane view={view} isPlaying={playback.playing.value} />
        <p class="line-now">
          <b>{phaseLine(view)}</b>
          <span>{lineSentence(view, source.lines[position - 1], everything.value)}</span>
        </p>
      </div>
      <aside>
        <Eyes view={view} source={source} everything={everything} hidesAhead={hidesAhead} />
        {view.table.debrief && <ToDebrief open={() => (debriefing.value = true)} />}
        <WorldNow view={view} source={source} />
        {everything.value && <SealedNow view={view} sealed={source.table.value.sealed} />}
        {view.own && <OwnBrief view={view} />}
        <RoundList source={source} hidesAhead={hidesAhead.value} go={playback.go} />
      </aside>
      <div class="tape">
        <Transport playback={playback} />
        <Scrubber source={source} hidesAhead={hidesAhead.value} go={playback.go} />
      </div>
    </main>
  );
}

function ToDebrief({ open }: { readonly open: () => void }) {
  return (
    <button type="button" class="btn primary lg no-print" onClick={open}>
      {words.value.debrief.doorSolo}
    </button>
  );
}

function OwnBrief({ view: { own } }: { readonly view: View }) {
  if (own === null) return null;
  return (
    <details class="own-brief">
      <summary>{words.value.replay.brief}</summary>
      <p>{pick(own.brief)}</p>
    </details>
  );
}

function phaseLine(view: View): string {
  const { phases } = words.value.play;
  const { phase, round } = view.table;
  if (phase === 'lobby' || phase === 'ended') return phases[phase].name;
  return words.value.host.room.round(round, roundsText(view.card), phases[phase].name);
}

/** `#round=3` stands for the moment round 3 was revealed, so a round can be linked to. */
function useRoundInAddress(source: RecordedSource): void {
  useEffect(() => {
    const follow = (): void => {
      const round = Number(/^#round=(\d{1,3})$/.exec(location.hash)?.[1] ?? Number.NaN);
      const place = source.breaks[round];
      if (place !== undefined) source.position.value = place;
    };
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [source]);
}
