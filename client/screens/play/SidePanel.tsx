import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import { LanguageSwitch } from '../../components/LanguageSwitch.tsx';
import { RulesLink } from '../../components/RulesLink.tsx';
import { ThemeSwitch } from '../../components/ThemeSwitch.tsx';
import { AgreementsPanel } from '../../panels/agreements/AgreementsPanel.tsx';
import { waitingForMe } from '../../panels/agreements/agreements.ts';
import { BriefPanel } from '../../panels/brief/BriefPanel.tsx';
import { plays } from '../../panels/lookup.ts';
import type { PlayState, Tab } from '../../panels/playState.ts';
import { HelpPanel } from '../../panels/help/HelpPanel.tsx';
import { disclosed, type Reveal } from '../../panels/reveal/useReveal.ts';
import { QuizCard } from '../../panels/help/QuizCard.tsx';
import { TalkPanel } from '../../panels/talk/TalkPanel.tsx';
import type { Unread } from '../../panels/talk/useTalk.ts';
import { WhyPanel } from '../../panels/why/WhyPanel.tsx';
import type { ViewSource } from '../../source/viewSource.ts';
import { NowPanel } from './NowPanel.tsx';
import { RejoinCode } from './RejoinCode.tsx';
import { type MoreTab, TabBar, tabLabel } from './TabBar.tsx';

interface SideProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
  readonly reveal: Reveal;
  readonly code: string | null;
  readonly unread: Unread;
  /** Tabs of this screen alone. */
  readonly more?: readonly MoreTab[] | undefined;
  /** What stands over the panel of the moment. */
  readonly above?: ComponentChildren;
}

/** The panel beside the map; with the map's tab open on a wide screen it shows the panel of the moment. */
export function SidePanel(props: SideProps) {
  const { view, source, ui, more = [] } = props;
  const tab = ui.tab.value;
  const body = useScrolledBack(ui, tab);
  return (
    <section class="side" aria-label={tabLabel(tab === 'map' ? 'now' : tab, view.table.phase, more)}>
      <TabBar
        phase={view.table.phase}
        ui={ui}
        unread={props.unread}
        offers={waitingForMe(view).length}
        more={more}
      />
      <div key={tab} ref={body} class="side-body" data-panel={tab} tabIndex={0}>
        {tab === 'why' && <WhyPanel view={view} source={source} ui={ui} />}
        {tab === 'talk' && <TalkPanel view={view} source={source} ui={ui} />}
        {tab === 'agreements' && <AgreementsPanel view={view} source={source} ui={ui} />}
        {tab === 'brief' && <Brief {...props} />}
        {(tab === 'now' || tab === 'map') && props.above}
        {(tab === 'now' || tab === 'map') && <NowPanel {...props} />}
        {more.find((one) => one.tab === tab)?.panel}
      </div>
    </section>
  );
}

function Brief({ view, source, ui, reveal, code }: SideProps) {
  return (
    <>
      <BriefPanel view={disclosed(view, reveal)} source={source} />
      <QuizCard view={view} source={source} ui={ui} />
      <HelpPanel view={view} source={source} ui={ui} />
      {code !== null && plays(view) && !view.card.practice && <RejoinCode code={code} />}
      <RulesLink />
      <div class="side-tools">
        <ThemeSwitch />
        <LanguageSwitch />
      </div>
    </>
  );
}

/** A panel that comes back stands where it was left. */
function useScrolledBack(ui: PlayState, tab: Tab) {
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const panel = body.current;
    panel?.scrollTo(0, ui.scrolled.get(tab) ?? 0);
    const note = (): unknown => panel && ui.scrolled.set(tab, panel.scrollTop);
    panel?.addEventListener('scroll', note, { passive: true });
    return () => panel?.removeEventListener('scroll', note);
  }, [ui, tab]);
  return body;
}
