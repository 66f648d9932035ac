import type { Subject } from '#shared/model/explain.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import type { PlayState } from '../playState.ts';
import { FactorBoard } from './FactorBoard.tsx';
import { RoleBadges } from './RoleBadges.tsx';
import { TrendKinds } from './TrendKinds.tsx';
import { useKinds } from './useKinds.ts';

interface PartsProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly onWhy?: ((subject: Subject) => void) | undefined;
  /** All of it lies open and the joint strategy stands beside it: for the debrief. */
  readonly inFull?: boolean;
  /** Keeps what was opened when the panel returns. */
  readonly ui?: PlayState;
}

/** What the paper names behind the trends and the factors: their kinds, and the board of factors and strategy. */
export function PaperParts({ view, source, onWhy, inFull = false, ui }: PartsProps) {
  const { kinds: speech, factors } = words.value.course;
  const kinds = useKinds(view, source);
  if (kinds === null) return <p class="panel-note">{speech.wait}</p>;
  const Title = inFull ? 'h2' : 'h3';
  return (
    <>
      <TrendKinds
        view={view}
        trends={kinds.trends}
        onWhy={onWhy}
        place={inFull ? 'debrief' : 'panel'}
        ui={ui}
      />
      <Title>{factors.title}</Title>
      <FactorBoard
        view={view}
        factors={kinds.factors}
        trends={kinds.trends}
        onWhy={onWhy}
        withStrategy={inFull}
      />
    </>
  );
}

/** Factors and the joint strategy alone: for the debrief on the wall. */
export function StrategyOf({ view, source, onWhy }: Omit<PartsProps, 'inFull' | 'ui'>) {
  const kinds = useKinds(view, source);
  if (kinds === null) return null;
  return (
    <section>
      <h2>{words.value.course.factors.title}</h2>
      <FactorBoard view={view} factors={kinds.factors} trends={kinds.trends} onWhy={onWhy} withStrategy />
    </section>
  );
}

/** The badges of a finished session. */
export function BadgesOf({ view, source, inFull = false }: Pick<PartsProps, 'view' | 'source' | 'inFull'>) {
  const kinds = useKinds(view, source);
  if (kinds === null) return null;
  return <RoleBadges view={view} badges={kinds.badges} title={inFull ? 'h2' : 'h3'} />;
}
