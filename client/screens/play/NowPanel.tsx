import type { View } from '#shared/session/views/tableView.ts';
import { askWhy, type PlayState } from '../../panels/playState.ts';
import { EndingPanel } from '../../panels/ending/EndingPanel.tsx';
import { EventCard } from '../../panels/events/EventCard.tsx';
import { OrdersPanel } from '../../panels/orders/OrdersPanel.tsx';
import { QuizCard } from '../../panels/help/QuizCard.tsx';
import { RevealPanel } from '../../panels/reveal/RevealPanel.tsx';
import type { Reveal } from '../../panels/reveal/useReveal.ts';
import { lastRound } from '../../panels/world/gauges.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { DebriefDoor } from '../debrief/DebriefDoor.tsx';
import { SurveyBefore } from '../debrief/SurveyBefore.tsx';
import { LobbyPanel } from '../lobby/LobbyPanel.tsx';
import { Continue } from './Continue.tsx';

interface NowProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
  readonly reveal: Reveal;
  readonly code: string | null;
}

/** The panel of the moment, as the phase requires. */
export function NowPanel({ view, source, ui, reveal, code }: NowProps) {
  const { phase } = view.table;
  switch (phase) {
    case 'lobby':
      return (
        <LobbyPanel view={view}>
          <QuizCard view={view} source={source} ui={ui} />
          <SurveyBefore view={view} source={source} />
        </LobbyPanel>
      );
    case 'briefing':
      return (
        <>
          <EventCard view={view} />
          <QuizCard view={view} source={source} ui={ui} />
          <SurveyBefore view={view} source={source} />
          <Continue view={view} source={source} />
        </>
      );
    case 'negotiation':
    case 'decision':
      return (
        <>
          <OrdersPanel view={view} source={source} ui={ui} />
          {(phase === 'negotiation' || view.own?.order) && <Continue view={view} source={source} />}
        </>
      );
    case 'reveal':
    case 'review':
      return (
        <>
          <RevealPanel view={view} source={source} reveal={reveal} />
          {reveal.step === 'done' && <Continue view={view} source={source} />}
        </>
      );
    case 'ended':
      return <Ended view={view} source={source} ui={ui} code={code} />;
  }
}

function Ended({ view, source, ui, code }: Omit<NowProps, 'reveal'>) {
  return (
    <>
      <DebriefDoor view={view} source={source} ui={ui} />
      <EndingPanel
        view={view}
        source={source}
        code={code}
        onWhy={(subject) => askWhy(ui, subject, lastRound(view))}
      />
    </>
  );
}
