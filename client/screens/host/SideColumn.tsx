import type { View } from '#shared/session/views/tableView.ts';
import { StateCard } from '../../panels/state/StateCard.tsx';
import type { PlayState, Tab } from '../../panels/playState.ts';
import { WhyPanel } from '../../panels/why/WhyPanel.tsx';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { HeardTalk } from './HeardTalk.tsx';
import { PlayedOrders } from './PlayedOrders.tsx';
import { SeenAgreements } from './SeenAgreements.tsx';
import { ShowOnWall } from './ShowOnWall.tsx';
import { Standings } from './Standings.tsx';
import { useHeard } from './useHeard.ts';
import { WorldColumn } from './WorldColumn.tsx';

/** The tabs of the host's column, by the panels of the play screen. */
const columnTabs = ['map', 'now', 'talk', 'agreements', 'brief', 'why'] as const satisfies readonly Tab[];

interface Props {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
}

/** The host's column: the world, what was played, said and agreed, the standings, and why a number changed. */
export function SideColumn(props: Props) {
  const { view, ui } = props;
  const { phase } = view.table;
  const hasBegun = phase !== 'lobby';
  const tab = hasBegun ? ui.tab.value : 'map';
  return (
    <>
      {hasBegun && <ColumnTabs now={tab} ui={ui} />}
      {hasBegun && <ShowOnWall view={view} source={props.source} ui={ui} tab={tab} />}
      <div class="column-body" data-panel={tab}>
        <ColumnBody {...props} tab={tab} />
      </div>
    </>
  );
}

function ColumnTabs({ now, ui }: { readonly now: Tab; readonly ui: PlayState }) {
  const { eyes } = words.value;
  return (
    <nav class="column-tabs" aria-label={eyes.tabs}>
      {columnTabs.map((tab) => (
        <button
          key={tab}
          type="button"
          aria-pressed={tab === now}
          onClick={() => {
            ui.tab.value = tab;
            ui.looking.value = null;
          }}
        >
          {eyes.tab[tab]}
        </button>
      ))}
    </nav>
  );
}

function ColumnBody({ view, source, ui, tab }: Props & { readonly tab: Tab }) {
  const heard = useHeard(view, source, tab === 'talk' || tab === 'agreements');
  if (tab === 'why') return <WhyPanel view={view} source={source} ui={ui} />;
  if (tab === 'now') return <PlayedOrders view={view} source={source} ui={ui} />;
  if (tab === 'talk') return <HeardTalk view={view} source={source} heard={heard} />;
  if (tab === 'agreements') return <SeenAgreements view={view} source={source} ui={ui} heard={heard} />;
  if (tab === 'brief') return <Standings view={view} source={source} ui={ui} />;
  return (
    <>
      {ui.looking.value !== null && <StateCard view={view} ui={ui} seat={ui.looking.value} />}
      <WorldColumn view={view} ui={ui} />
    </>
  );
}
