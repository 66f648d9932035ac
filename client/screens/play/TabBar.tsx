import type { TableView } from '#shared/session/tableView.ts';
import { type Desk, type Tab, tabs } from '../../panels/desk.ts';
import { TabMark, type TabIcon } from '../../panels/marks.tsx';
import { words } from '../../text/language.ts';

interface TabsProps {
  readonly phase: TableView['phase'];
  readonly desk: Desk;
}

/** The picture on the tab of the moment. */
function nowIcon(phase: TableView['phase']): Exclude<TabIcon, 'map' | 'why' | 'brief'> {
  if (phase === 'briefing') return 'event';
  if (phase === 'reveal' || phase === 'review') return 'reveal';
  return phase === 'ended' ? 'ending' : 'orders';
}

/** What a tab is called in a phase. */
export function tabLabel(tab: Tab, phase: TableView['phase']): string {
  const { play } = words.value;
  if (tab !== 'now') return play.tabs[tab];
  return phase === 'lobby' ? play.phases.lobby.name : play.tabs[nowIcon(phase)];
}

/** The tabs at the thumb on a phone; on wider screens the map is always in sight and the row stands over the panel. */
export function TabBar({ phase, desk }: TabsProps) {
  const { play } = words.value;
  const icon = (tab: Tab): TabIcon => (tab === 'now' ? nowIcon(phase) : tab);
  return (
    <nav class="tab-bar" aria-label={play.tabsLabel}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          data-tab={tab}
          aria-current={desk.tab.value === tab ? 'page' : undefined}
          onClick={() => {
            if (tab === 'why' && desk.tab.value === 'why') desk.asked.value = null;
            desk.looking.value = null;
            desk.tab.value = tab;
          }}
        >
          <TabMark icon={icon(tab)} />
          <span>{tabLabel(tab, phase)}</span>
        </button>
      ))}
    </nav>
  );
}
