import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import { KeptInTab } from '../../components/KeptInTab.tsx';
import { SteppedBack } from '../../components/SteppedBack.tsx';
import { ConnectionLine } from '../../components/ConnectionLine.tsx';
import { askWhy, type PlayState, newPlayState } from '../../panels/playState.ts';
import { lastRound } from '../../panels/world/gauges.ts';
import { BlocCard } from '../../panels/blocs/BlocCard.tsx';
import { GaugeStrip } from '../../panels/world/GaugeStrip.tsx';
import { StateCard } from '../../panels/state/StateCard.tsx';
import { useBefore } from '../../panels/world/useBefore.ts';
import { disclosed, useReveal } from '../../panels/reveal/useReveal.ts';
import { useObjectives } from '../../panels/brief/useObjectives.ts';
import { carriedOver } from '../../panels/agreements/offerDraft.ts';
import { useOffers } from '../../panels/agreements/useOffers.ts';
import { analysisPage, go } from '../../lib/address.ts';
import { HandAnswer } from '../../panels/help/HandAnswer.tsx';
import { useTalk } from '../../panels/talk/useTalk.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { BotBanner } from './BotBanner.tsx';
import { Coach } from './Coach.tsx';
import { DebriefPage } from '../debrief/DebriefPage.tsx';
import { PhaseNotice } from './PhaseNotice.tsx';
import { PlayHeader } from './PlayHeader.tsx';
import { SidePanel } from './SidePanel.tsx';
import { useSpokenPhase, useSpokenReveal } from './spoken.ts';
import { TabBar } from './TabBar.tsx';
import { WorldPane } from './WorldPane.tsx';

interface TableProps {
  readonly source: ViewSource;
  readonly view: View;
  readonly code: string | null;
}

/** The table as one delegate sees it: header, world on the left, panel of the moment on the right; on a phone one at a time. */
export function PlayTable({ source, view, code }: TableProps) {
  const ui = useMemo(newPlayState, [code, playStateOwner(view, code)]);
  const before = useBefore(view);
  const reveal = useReveal(view, before);
  const ask = (subject: Parameters<typeof askWhy>[1]): void => askWhy(ui, subject, lastRound(view));
  useTurnToPhase(view, ui);
  useSpokenPhase(view);
  useSpokenReveal(view, reveal);
  useObjectives(disclosed(view, reveal));
  const offers = useOffers(view);
  const unread = useTalk(view, ui, code);
  useTurnToDebrief(view, ui);
  if (ui.debriefing.value && view.table.debrief)
    return <DebriefHere view={view} source={source} code={code} ui={ui} />;
  return (
    <div class="play" data-tab={ui.tab.value} data-phase={view.table.phase}>
      <ConnectionLine status={source.status.value} />
      <PlayHeader view={view} ui={ui} presence={source.presence.value} />
      <Notes view={view} source={source} ui={ui} />
      <GaugeStrip view={disclosed(view, reveal)} ui={ui} onWhy={ask} />
      <Coach
        view={view}
        ui={ui}
        hasSeenReveal={reveal.step === 'done'}
        recorded={source.status.value === 'recorded'}
      />
      <main id="main" class="play-main" tabIndex={-1}>
        <WorldPane view={view} ui={ui} reveal={reveal} onWhy={ask} />
        <SidePanel view={view} source={source} ui={ui} reveal={reveal} code={code} unread={unread} />
        {ui.looking.value !== null && <StateCard view={view} ui={ui} seat={ui.looking.value} />}
        {ui.bloc.value !== null && <BlocCard view={view} source={source} ui={ui} id={ui.bloc.value} />}
      </main>
      <TabBar phase={view.table.phase} ui={ui} unread={unread} offers={offers} />
    </div>
  );
}

/** The debrief in place of the table. */
function DebriefHere({ view, source, code, ui }: TableProps & { readonly ui: PlayState }) {
  return (
    <DebriefPage
      view={view}
      source={source}
      close={() => (ui.debriefing.value = false)}
      analyse={code === null ? null : () => go(analysisPage(code))}
    />
  );
}

interface NotesProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
}

/** What everybody at this seat should know in every panel. */
function Notes({ view, source, ui }: NotesProps) {
  return (
    <div class="play-notes">
      <KeptInTab />
      <BotBanner view={view} source={source} />
      <PhaseNotice view={view} ui={ui} />
      <SteppedBack view={view} isLive={source.status.value !== 'recorded'} onBack={() => dropDrafts(ui)} />
      <HandAnswer view={view} source={source} />
      {view.table.paused && <p class="paused-note">{words.value.play.pausedNote}</p>}
    </div>
  );
}

/** What a step back undoes on this device: the order and the agreement in preparation. */
function dropDrafts(ui: PlayState): void {
  ui.draft.value = null;
  ui.offer.value = null;
}

/** The owner of the play state: another seat starts with an empty one. A viewer of a recording keeps one for all viewpoints. */
function playStateOwner({ own }: View, code: string | null): string | null {
  return code === null ? null : (own?.seat ?? null);
}

/**
 * When the host begins the debrief, it opens, and closes when the host closes it; a person who closes it stays with the ending
 * until the host begins again.
 */
function useTurnToDebrief(view: View, ui: PlayState): void {
  const isLed = !view.card.practice && (view.table.debrief?.step ?? null) !== null;
  const wasLed = useRef(isLed);
  useEffect(() => {
    if (isLed) ui.debriefing.value = true;
    else if (wasLed.current) ui.debriefing.value = false;
    wasLed.current = isLed;
  }, [isLed, ui]);
}

/**
 * A new phase opens only in the panel of the moment: people in other panels stay there and are told. The next round drops a
 * prepared order and adjusts an offer in preparation.
 */
function useTurnToPhase(view: View, ui: PlayState): void {
  const { phase, round } = view.table;
  const shown = useRef(phase);
  useEffect(() => {
    if (shown.current === phase) return;
    shown.current = phase;
    ui.scrolled.delete('now');
    if (ui.tab.value === 'now') document.querySelector('.side-body')?.scrollTo(0, 0);
    else ui.hasTurned.value = true;
  }, [phase]);
  useEffect(() => {
    ui.draft.value = null;
    ui.family.value = 'cooperate';
    if (ui.offer.value !== null) ui.offer.value = carriedOver(view, ui.offer.value);
  }, [round]);
  useEffect(() => {
    if (ui.tab.value === 'now') ui.hasTurned.value = false;
  }, [ui.tab.value]);
}
