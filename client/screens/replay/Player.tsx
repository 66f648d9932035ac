import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import { PHONE, useMedia } from '../../components/useMedia.ts';
import type { MapArc } from '../../map/mapPicture.ts';
import { BlocCard } from '../../panels/blocs/BlocCard.tsx';
import { colourOf, targetsOf } from '../../panels/lookup.ts';
import { askWhy, newPlayState, type PlayState } from '../../panels/playState.ts';
import { useReveal } from '../../panels/reveal/useReveal.ts';
import { StateCard } from '../../panels/state/StateCard.tsx';
import { lastRound } from '../../panels/world/gauges.ts';
import type { RecordedSource } from '../../source/recorded.ts';
import { namedPlaces } from '../../source/recordPlaces.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { DebriefPage } from '../debrief/DebriefPage.tsx';
import { SidePanel } from '../play/SidePanel.tsx';
import { type MoreTab, TabBar } from '../play/TabBar.tsx';
import { WorldPane } from '../play/WorldPane.tsx';
import { LineNow } from './LineNow.tsx';
import { type MarkGroup, stopsOf } from './marks.ts';
import { moreTabs } from './moreTabs.tsx';
import type { ReplayTools } from './replayTools.ts';
import { goToAddress, useReplayAddress } from './replayAddress.ts';
import { SealedNow } from './SealedNow.tsx';
import { Tape } from './Tape.tsx';
import { SharedBar } from './SharedBar.tsx';
import { useShared } from './useShared.ts';
import { useMarks } from './useMarks.ts';
import { usePlayback, usePlaybackKeys, type Playback } from './usePlayback.ts';
import { type KeptBranches, keptBranches } from './whatIf/branchTools.ts';
import { WhatIfPage } from './whatIf/WhatIfPage.tsx';
import '../../styles/play.css';

/** Nothing waits to be read in a record. */
const NO_UNREAD = { count: 0, thread: null } as const;

interface PlayerProps extends Pick<TableProps, 'source' | 'code' | 'link' | 'toSheets'> {
  /** The way back from a branch; null for a record. */
  readonly back?: (() => void) | null;
  /** The session itself, by which the replay is shared; null for a file or a branch. */
  readonly live: ViewSource | null;
  /** This page is to lead the class at once. */
  readonly leads: boolean;
}

/**
 * The replay of an opened record: the table as it was, with everything on it that could be tapped then; the tape below. A branch is
 * shown in the same way, in place of the record from which it comes.
 */
export function Player({ source, code, link, toSheets, back = null, live, leads }: PlayerProps) {
  const branch = useSignal<RecordedSource | null>(null);
  const isCovered = branch.value !== null;
  return (
    <>
      <div class="player-frame" hidden={isCovered}>
        <Shown
          source={source}
          code={code}
          link={link}
          toSheets={toSheets}
          back={back}
          live={live}
          leads={leads}
          isCovered={isCovered}
          look={(one) => (branch.value = one)}
        />
      </div>
      {branch.value && (
        <Player
          source={branch.value}
          code={null}
          link={null}
          toSheets={toSheets}
          back={() => (branch.value = null)}
          live={null}
          leads={false}
        />
      )}
    </>
  );
}

interface ShownProps extends Required<PlayerProps> {
  /** A branch is shown in its place. */
  readonly isCovered: boolean;
  readonly look: (branch: RecordedSource) => void;
}

function Shown({ source, code, link, toSheets, back, live, leads, isCovered, look }: ShownProps) {
  const isPhone = useMedia(PHONE);
  const places = useMemo(() => namedPlaces(source.lines), [source]);
  const hasAddress = back === null;
  const ui = useMemo(() => {
    const opened = openedOn(isPhone ? 'map' : 'index');
    if (hasAddress) goToAddress(source, opened, places);
    return opened;
  }, [source]);
  const kept = useMemo(() => (hasAddress ? keptBranches(source) : null), [source]);
  const playback = usePlayback(source);
  useReplayAddress(source, ui, places, hasAddress, link);
  const shared = useShared(live, source, ui, playback, leads);
  useAskedInPast(source, ui);
  const view = source.view.value;
  if (view === null) return null;
  return (
    <>
      <SharedBar shared={shared} source={source} ui={ui} />
      <Page
        view={view}
        source={source}
        code={code}
        link={link}
        mayShare={live?.mayHost === true && code !== null}
        toSheets={toSheets}
        back={back}
        ui={ui}
        playback={playback}
        isCovered={isCovered}
        kept={kept}
        look={look}
      />
    </>
  );
}

interface PageProps extends Omit<TableProps, 'isBranch'>, Pick<ShownProps, 'back' | 'look'> {
  readonly kept: KeptBranches | null;
}

/** The table, or what was opened in its place: the debrief, or *what if*. */
function Page({ back, look, kept, ...table }: PageProps) {
  const { view, source, ui, isCovered } = table;
  if (ui.debriefing.value && view.table.debrief) return <DebriefHere view={view} source={source} ui={ui} />;
  if (ui.whatIf.value !== null)
    return (
      <WhatIfPage
        view={view}
        source={source}
        kept={kept}
        round={ui.whatIf.value}
        lastRound={lastRoundShown(source)}
        tellRound={(round) => (ui.whatIf.value = round)}
        look={look}
        isCovered={isCovered}
        close={() => (ui.whatIf.value = null)}
      />
    );
  return (
    <>
      {back !== null && <BranchBar back={back} />}
      <Table {...table} isBranch={back !== null} />
    </>
  );
}

function DebriefHere({ view, source, ui }: Pick<TableProps, 'view' | 'source' | 'ui'>) {
  const close = (): void => {
    ui.debriefing.value = false;
  };
  const analyse = (): void => {
    close();
    ui.tab.value = 'analysis';
  };
  return <DebriefPage view={view} source={source} close={close} analyse={analyse} />;
}

/** The last round that may be shown: of the whole record, or up to where it stands if what lies ahead is hidden. */
function lastRoundShown({ breaks, position, hidesAhead }: RecordedSource): number {
  const all = breaks.length - 1;
  return hidesAhead.value ? breaks.findLastIndex((place) => place <= position.value) : all;
}

/** Says that this is no record, and leads back. */
function BranchBar({ back }: { readonly back: () => void }) {
  const { look } = words.value.whatIf;
  return (
    <div class="branch-bar">
      <button type="button" class="btn" onClick={back}>
        <span aria-hidden="true">‹ </span>
        {look.back}
      </button>
      <p role="status">{look.note}</p>
    </div>
  );
}

interface TableProps {
  readonly view: View;
  readonly source: RecordedSource;
  /** The code of the session; null for a file. */
  readonly code: string | null;
  /** The secret of the link that led here; null: no link did. */
  readonly link: string | null;
  /** This is the host of an ended session of the server. */
  readonly mayShare: boolean;
  readonly isBranch: boolean;
  /** A branch is shown in its place. */
  readonly isCovered: boolean;
  /** Opens the sheets to print. */
  readonly toSheets: () => void;
  readonly ui: PlayState;
  readonly playback: Playback;
}

function Table(props: TableProps) {
  const { view, source, isCovered, ui, playback } = props;
  const before = useMemo(() => tableBefore(source, view), [source, lastRound(view), view.viewer]);
  const reveal = useReveal(view, before, false, true);
  const marksOff = useSignal<readonly MarkGroup[]>([]);
  const marks = useMarks(source, view, marksOff.value);
  usePlaybackKeys(playback, stopsOf(marks), !isCovered);
  const more = tabsOf({ ...props, marks, marksOff });
  const everything = view.viewer.kind === 'host';
  return (
    <div class="play player" data-tab={ui.tab.value} data-phase={view.table.phase}>
      <main id="main" class="play-main" tabIndex={-1}>
        <h1 class="visually-hidden">{words.value.replay.title}</h1>
        <WorldPane
          view={view}
          ui={ui}
          reveal={reveal}
          arcs={arcsOf(view)}
          durationMs={playback.playing.value ? 900 : 500}
          onWhy={(subject) => askWhy(ui, subject, lastRound(view))}
        />
        <SidePanel
          view={view}
          source={source}
          ui={ui}
          reveal={reveal}
          code={null}
          unread={NO_UNREAD}
          more={more}
          above={everything && <SealedNow view={view} table={source.table.value} />}
        />
        {ui.looking.value !== null && <StateCard view={view} ui={ui} seat={ui.looking.value} />}
        {ui.bloc.value !== null && <BlocCard view={view} source={source} ui={ui} id={ui.bloc.value} />}
      </main>
      <LineNow view={view} source={source} />
      <Tape view={view} source={source} playback={playback} marks={marks} />
      <TabBar phase={view.table.phase} ui={ui} unread={NO_UNREAD} offers={0} more={more} />
    </div>
  );
}

function openedOn(tab: PlayState['tab']['value']): PlayState {
  const ui = newPlayState();
  ui.tab.value = tab;
  return ui;
}

/** The tabs of the replay; the files of an analysis of a branch would look like those of a session. */
function tabsOf(tools: ReplayTools): readonly MoreTab[] {
  const tabs = moreTabs(tools);
  return tools.isBranch ? tabs.filter(({ tab }) => tab !== 'analysis') : tabs;
}

/** The table just before the round that was resolved last. */
function tableBefore(source: RecordedSource, view: View): View | null {
  const place = source.breaks[lastRound(view)];
  return place === undefined || place === 0 ? null : source.viewAt(place - 1);
}

/** A question about a round that has not come yet at this position asks about the last one that has. */
function useAskedInPast(source: RecordedSource, ui: PlayState): void {
  const view = source.view.value;
  const last = view === null ? 0 : lastRound(view);
  useEffect(() => {
    const asked = ui.asked.peek();
    if (asked !== null && asked.round > last) ui.asked.value = last === 0 ? null : { ...asked, round: last };
  }, [last, ui]);
}

/** While a round's orders are revealed, the map shows their targets. */
function arcsOf({ table, card }: View): readonly MapArc[] {
  if (table.reveal === null || (table.phase !== 'reveal' && table.phase !== 'review')) return [];
  return table.reveal.orders.flatMap((order, index) => {
    const family = colourOf(order.action);
    const from = card.seats[index]?.id;
    if (family === null || from === undefined) return [];
    return targetsOf(order).map((to) => ({ from, to, family }));
  });
}
