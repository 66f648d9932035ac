import type { Subject } from '#shared/model/explain.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { PaperKinds } from '#shared/session/views/questions.ts';
import type { WallPage } from '#shared/wire/wallPage.ts';
import { FactorBoard } from '../../panels/course/FactorBoard.tsx';
import { TrendKinds } from '../../panels/course/TrendKinds.tsx';
import { useKinds } from '../../panels/course/useKinds.ts';
import { lastRound } from '../../panels/world/gauges.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { whyPage } from './wallChoices.ts';

interface Props {
  readonly view: View;
  readonly source: ViewSource;
  readonly show: 'trends' | 'factors';
  readonly choose: (page: WallPage) => void;
}

/**
 * What the paper names behind the gauges, on the wall: the trends with their kinds, or the factors; every number leads to its
 * causes.
 */
export function WallPaper({ view, source, show, choose }: Props) {
  const kinds = useKinds(view, source);
  const round = lastRound(view);
  const ask = (subject: Subject): void => {
    const page = whyPage(subject, round);
    if (page !== null) choose(page);
  };
  return (
    <section class="wall-page wall-paper">
      <h2>{words.value.projector.wall.names[show]}</h2>
      {kinds === null ? (
        <p role="status">{words.value.course.kinds.wait}</p>
      ) : (
        <Body view={view} show={show} kinds={kinds} onWhy={round > 0 ? ask : undefined} />
      )}
    </section>
  );
}

interface BodyProps extends Pick<Props, 'view' | 'show'> {
  readonly kinds: PaperKinds;
  readonly onWhy: ((subject: Subject) => void) | undefined;
}

function Body({ view, show, kinds, onWhy }: BodyProps) {
  if (show === 'trends') return <TrendKinds view={view} trends={kinds.trends} onWhy={onWhy} place="wall" />;
  return (
    <FactorBoard
      view={view}
      factors={kinds.factors}
      trends={kinds.trends}
      onWhy={onWhy}
      withStrategy={view.table.phase === 'ended'}
    />
  );
}
