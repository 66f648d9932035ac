import type { View } from '#shared/session/views/tableView.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { pick, words } from '../../text/language.ts';
import { points } from '../../text/number.ts';
import { BriefText, DelegationPart } from './DelegationPart.tsx';
import { seatName } from '../lookup.ts';
import { ObjectiveList } from './ObjectiveList.tsx';
import '../../styles/play-panels.css';

interface BriefProps {
  readonly view: View;
  readonly source: ViewSource;
}

/** What only this delegation reads: brief, two objectives with their progress, points so far; for others the situation alone. */
export function BriefPanel({ view, source }: BriefProps) {
  const { brief } = words.value.play;
  const { own, card } = view;
  const role = card.seats.find((seat) => seat.id === own?.seat);
  return (
    <div class="brief">
      {own ? (
        <>
          <header>
            <h2>{seatName(view, own.seat)}</h2>
            {role && <p>{pick(role.role)}</p>}
          </header>
          <p class="brief-secret">{brief.secret}</p>
          <DelegationPart view={view} source={source} />
          <BriefText view={view} text={pick(own.brief)} />
          <h3>{brief.objectives}</h3>
          <ObjectiveList view={view} objectives={own.objectives} />
          {view.table.phase !== 'ended' && <p class="panel-note">{words.value.objectives.now}</p>}
          <p class="brief-score">
            <span>{brief.score}</span> <b class="num">{points(own.score)}</b>
            {own.usual !== null && <small class="num"> · {brief.usual(points(own.usual))}</small>}
          </p>
          <p class="panel-note">{brief.scoreNote}</p>
        </>
      ) : (
        <p class="panel-note">{brief.none}</p>
      )}
      <h3>{brief.scenario}</h3>
      <p class="brief-text">{pick(card.summary)}</p>
    </div>
  );
}
