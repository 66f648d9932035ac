import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { View } from '#shared/session/tableView.ts';
import { SourceStatus } from '../../components/SourceStatus.tsx';
import { askWhy, type Desk, newDesk } from '../../panels/desk.ts';
import { lastRound } from '../../panels/gauges.ts';
import { GaugeStrip } from '../../panels/GaugeStrip.tsx';
import { StateCard } from '../../panels/StateCard.tsx';
import { disclosed, useReveal } from '../../panels/useReveal.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { PlayHeader } from './PlayHeader.tsx';
import { SidePanel } from './SidePanel.tsx';
import { TabBar } from './TabBar.tsx';
import { WorldPane } from './WorldPane.tsx';

interface TableProps {
  readonly source: ViewSource;
  readonly view: View;
  readonly code: string | null;
}

/** The table as one delegate sees it: header, world on the left, panel of the moment on the right; on a phone one at a time. */
export function PlayTable({ source, view, code }: TableProps) {
  const desk = useMemo(newDesk, [code]);
  const before = useBefore(view);
  const reveal = useReveal(view, before);
  const ask = (subject: Parameters<typeof askWhy>[1]): void => askWhy(desk, subject, lastRound(view));
  useTurnToPhase(view, desk);
  return (
    <div class="play" data-tab={desk.tab.value} data-phase={view.table.phase}>
      <SourceStatus status={source.status.value} />
      <PlayHeader view={view} desk={desk} presence={source.presence.value} />
      <GaugeStrip view={disclosed(view, reveal)} desk={desk} onWhy={ask} />
      <main id="main" class="play-main" tabIndex={-1}>
        <WorldPane view={view} desk={desk} reveal={reveal} onWhy={ask} />
        <SidePanel view={view} source={source} desk={desk} reveal={reveal} code={code} />
        {desk.looking.value !== null && <StateCard view={view} desk={desk} seat={desk.looking.value} />}
      </main>
      <TabBar phase={view.table.phase} desk={desk} />
      {view.table.paused && <p class="paused-note">{words.value.play.pausedNote}</p>}
    </div>
  );
}

interface Seen {
  readonly resolved: number;
  readonly view: View;
  readonly before: View | null;
}

/** The table as it stood before the round that is being revealed, if this device saw it. */
function useBefore(view: View): View | null {
  const resolved = lastRound(view);
  const seen = useRef<Seen>({ resolved, view, before: null });
  const last = seen.current;
  const steppedBack = resolved < last.resolved;
  const before = resolved > last.resolved ? last.view : steppedBack ? null : last.before;
  seen.current = { resolved, view, before };
  return before;
}

/** A new phase brings its panel to the front and clears what belonged to the old one. */
function useTurnToPhase(view: View, desk: Desk): void {
  const { phase, round } = view.table;
  useEffect(() => {
    desk.tab.value = 'now';
    desk.looking.value = null;
    desk.lit.value = [];
    desk.asked.value = null;
  }, [phase]);
  useEffect(() => {
    desk.draft.value = null;
    desk.family.value = 'cooperate';
  }, [round]);
}
