import type { View } from '#shared/session/views/tableView.ts';
import { wallPageText } from '#shared/wire/wallPage.ts';
import { PagedText } from '../../components/PagedText.tsx';
import { DialMove } from '../../panels/reveal/DialMove.tsx';
import { headlinesOf } from '../../panels/reveal/headlines.ts';
import { RevealPromises } from '../../panels/reveal/RevealPromises.tsx';
import { type Reveal, stationMs } from '../../panels/reveal/useReveal.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { EndingPages } from './EndingPages.tsx';
import type { WallChoice } from './useWallPage.ts';
import { WallPages } from './WallPages.tsx';
import { RevealPages } from './RevealPages.tsx';
import { Announced, Happened, saidNow } from './Happened.tsx';

interface PagesProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly reveal: Reveal;
  readonly isRevealing: boolean;
  /** The picture is frozen: no page turns. */
  readonly isStill: boolean;
  /** The page on the wall; a running reveal comes first. */
  readonly wall: WallChoice;
}

/** The readable part of the column: news, the reveal's cards, headlines, the ending. */
export function ProjectorPages(props: PagesProps) {
  const { view, reveal, isRevealing, isStill, wall } = props;
  const { phase, round } = view.table;
  const station = isRevealing ? reveal.step : 'done';
  const chosen = isRevealing ? '' : wallPageText(wall.page);
  const news = chosen === '' ? `${saidNow(view).length} ${view.table.events.length}` : chosen;
  return (
    <PagedText
      chapter={`${phase} ${round} ${station} ${news}`}
      withinMs={isRevealing ? stationMs(view, reveal.step) : undefined}
      still={isStill || (isRevealing && view.table.paused)}
    >
      {chosen === '' ? (
        <Told {...props} />
      ) : (
        <WallPages view={view} source={props.source} page={wall.page} choose={wall.choose} />
      )}
    </PagedText>
  );
}

function Told({ view, source, reveal, isRevealing }: Omit<PagesProps, 'wall'>) {
  const { phase } = view.table;
  if (phase === 'ended') return <EndingPages view={view} />;
  if (isRevealing) return <RevealPages view={view} source={source} reveal={reveal} />;
  if (phase !== 'reveal' && phase !== 'review') return <Happened view={view} />;
  return (
    <>
      <Announced view={view} />
      <News view={view} reveal={reveal} />
      <RevealPromises view={view} source={source} inFull />
    </>
  );
}

/** The round that was revealed, in three lines. */
function News({ view, reveal }: Pick<PagesProps, 'view' | 'reveal'>) {
  const { projector } = words.value;
  return (
    <section class="news">
      <h2>{projector.lastRound(view.table.reveal?.round ?? view.table.round)}</h2>
      <DialMove view={view} />
      <ol>
        {headlinesOf(reveal.before, view).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </section>
  );
}
