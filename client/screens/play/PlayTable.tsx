import { useEffect, useMemo } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import { SourceStatus } from '../../components/SourceStatus.tsx';
import { askWhy, type Desk, newDesk } from '../../panels/desk.ts';
import { lastRound } from '../../panels/world/gauges.ts';
import { BlocCard } from '../../panels/blocs/BlocCard.tsx';
import { GaugeStrip } from '../../panels/world/GaugeStrip.tsx';
import { StateCard } from '../../panels/world/StateCard.tsx';
import { useBefore } from '../../panels/world/useBefore.ts';
import { disclosed, useReveal } from '../../panels/reveal/useReveal.ts';
import { useObjectives } from '../../panels/brief/useObjectives.ts';
import { useOffers } from '../../panels/agreements/useOffers.ts';
import { useTalk } from '../../panels/talk/useTalk.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { Coach } from './Coach.tsx';
import { DebriefPage } from '../debrief/DebriefPage.tsx';
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
  const desk = useMemo(newDesk, [code, deskOwner(view, code)]);
  const before = useBefore(view);
  const reveal = useReveal(view, before);
  const ask = (subject: Parameters<typeof askWhy>[1]): void => askWhy(desk, subject, lastRound(view));
  useTurnToPhase(view, desk);
  useSpokenPhase(view);
  useSpokenReveal(view, reveal);
  useObjectives(disclosed(view, reveal));
  const offers = useOffers(view);
  const unread = useTalk(view, desk, code);
  useTurnToDebrief(view, desk);
  if (desk.debriefing.value && view.table.debrief)
    return <DebriefPage view={view} source={source} close={() => (desk.debriefing.value = false)} />;
  return (
    <div class="play" data-tab={desk.tab.value} data-phase={view.table.phase}>
      <SourceStatus status={source.status.value} />
      <PlayHeader view={view} desk={desk} presence={source.presence.value} />
      <GaugeStrip view={disclosed(view, reveal)} desk={desk} onWhy={ask} />
      <Coach
        view={view}
        desk={desk}
        hasSeenReveal={reveal.step === 'done'}
        recorded={source.status.value === 'recorded'}
      />
      <main id="main" class="play-main" tabIndex={-1}>
        <WorldPane view={view} desk={desk} reveal={reveal} onWhy={ask} />
        <SidePanel view={view} source={source} desk={desk} reveal={reveal} code={code} unread={unread} />
        {desk.looking.value !== null && <StateCard view={view} desk={desk} seat={desk.looking.value} />}
        {desk.bloc.value !== null && (
          <BlocCard view={view} source={source} desk={desk} id={desk.bloc.value} />
        )}
      </main>
      <TabBar phase={view.table.phase} desk={desk} unread={unread} offers={offers} />
      {view.table.paused && <p class="paused-note">{words.value.play.pausedNote}</p>}
    </div>
  );
}

/** Whose desk it is: another state's begins empty. Who looks at a recording keeps one for all eyes. */
function deskOwner({ own }: View, code: string | null): string | null {
  return code === null ? null : (own?.seat ?? null);
}

/** When the host begins the debrief, it comes to the front; who closes it stays with the ending until the host begins again. */
function useTurnToDebrief(view: View, desk: Desk): void {
  const isLed = !view.card.practice && (view.table.debrief?.step ?? null) !== null;
  useEffect(() => {
    if (isLed) desk.debriefing.value = true;
  }, [isLed, desk]);
}

/** A new phase brings its panel to the front and clears what belonged to the old one. */
function useTurnToPhase(view: View, desk: Desk): void {
  const { phase, round } = view.table;
  useEffect(() => {
    desk.tab.value = 'now';
    desk.looking.value = null;
    desk.bloc.value = null;
    desk.lit.value = [];
    desk.asked.value = null;
    document.querySelector('.side-body')?.scrollTo(0, 0);
  }, [phase]);
  useEffect(() => {
    desk.draft.value = null;
    desk.offer.value = null;
    desk.family.value = 'cooperate';
  }, [round]);
}
