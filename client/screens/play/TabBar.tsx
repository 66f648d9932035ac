import type { ComponentChildren } from 'preact';
import type { TableView } from '#shared/session/views/tableView.ts';
import { type PlayState, type Tab, tabs } from '../../panels/playState.ts';
import { TabMark, type TabIcon } from '../../panels/marks.tsx';
import type { Unread } from '../../panels/talk/useTalk.ts';
import { words } from '../../text/language.ts';

interface TabsProps {
  readonly phase: TableView['phase'];
  readonly ui: PlayState;
  /** Unread messages, on the tab of talk. */
  readonly unread: Unread;
  /** Offers that wait for the own signature. */
  readonly offers: number;
  /** Tabs that stand before the others, where a screen has some of its own. */
  readonly more?: readonly MoreTab[] | undefined;
}

/** A tab of one screen alone: its name, and the panel behind it. */
export interface MoreTab {
  readonly tab: Exclude<Tab, (typeof tabs)[number]>;
  readonly name: string;
  readonly panel: ComponentChildren;
}

/** The icon of the tab of the moment. */
function nowIcon(
  phase: TableView['phase'],
): Exclude<TabIcon, 'map' | 'talk' | 'agreements' | 'why' | 'brief' | 'index' | 'course' | 'analysis'> {
  if (phase === 'briefing') return 'event';
  if (phase === 'reveal' || phase === 'review') return 'reveal';
  return phase === 'ended' ? 'ending' : 'orders';
}

/** What a tab is called in a phase. */
export function tabLabel(tab: Tab, phase: TableView['phase'], more: readonly MoreTab[] = []): string {
  const { play } = words.value;
  if (!isPlayTab(tab)) return more.find((one) => one.tab === tab)?.name ?? '';
  if (tab !== 'now') return play.tabs[tab];
  return phase === 'lobby' ? play.phases.lobby.name : play.tabs[nowIcon(phase)];
}

function isPlayTab(tab: Tab): tab is (typeof tabs)[number] {
  return tabs.some((one) => one === tab);
}

/** The tabs at the thumb on a phone; on wider screens the map is always in sight and the row stands over the panel. */
export function TabBar({ phase, ui, unread, offers, more = [] }: TabsProps) {
  const { play, talk, agreements } = words.value;
  const icon = (tab: Tab): TabIcon => (tab === 'now' ? nowIcon(phase) : tab);
  return (
    <nav class="tab-bar" aria-label={play.tabsLabel}>
      {[...more.map(({ tab }) => tab), ...tabs].map((tab) => (
        <button
          key={tab}
          type="button"
          data-tab={tab}
          aria-current={ui.tab.value === tab ? 'page' : undefined}
          onClick={() => {
            if (tab === 'why' && ui.tab.value === 'why') ui.asked.value = null;
            // The badge leads to what it counts: to the channel, or to the list if there are several.
            if (tab === 'talk' && unread.count > 0) ui.thread.value = unread.thread;
            ui.looking.value = null;
            ui.tab.value = tab;
          }}
        >
          <TabMark icon={icon(tab)} />
          <span>{tabLabel(tab, phase, more)}</span>
          {tab === 'talk' && unread.count > 0 && (
            <Badge count={unread.count} says={talk.unread(unread.count)} />
          )}
          {tab === 'agreements' && offers > 0 && <Badge count={offers} says={agreements.badge(offers)} />}
        </button>
      ))}
    </nav>
  );
}

/** A count on a tab, with words for screen readers. */
function Badge({ count, says }: { readonly count: number; readonly says: string }) {
  return (
    <b class="badge" title={says}>
      <span class="visually-hidden">{says}</span>
      <span aria-hidden="true">{count}</span>
    </b>
  );
}
