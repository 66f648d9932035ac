import { PathChart } from '../../charts/PathChart.tsx';
import { BrokenLine } from '../../panels/ending/BrokenLine.tsx';
import { Witnesses } from '../../panels/ending/Witnesses.tsx';
import { ShownBookmarks } from './ShownBookmarks.tsx';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';
import type { StepProps } from './stepProps.ts';

/** The dial's path with three moments on it, each with the orders that moved it most; then the bookmarks that the host shows. */
export function MomentsStep({ view }: StepProps) {
  const { ending: speech } = words.value.play;
  const moments = view.table.ending?.moments ?? [];
  return (
    <>
      <PathChart trail={view.table.trail.direction} marked={moments.map(({ round }) => round)} />
      <ol class="debrief-moments">
        {moments.map((moment) => (
          <li key={moment.round}>
            <p class="eyebrow">{speech.momentRound(moment.round)}</p>
            <h2>{speech.moment[moment.kind]}</h2>
            <p class="num">{speech.momentDial(signedPoints(moment.direction))}</p>
            {moment.broken && <BrokenLine view={view} broken={moment.broken} />}
            <Witnesses view={view} moment={moment} />
          </li>
        ))}
      </ol>
      <ShownBookmarks view={view} />
    </>
  );
}
