import type { View } from '#shared/session/views/tableView.ts';
import { BrokenLine } from '../../panels/ending/BrokenLine.tsx';
import { leanOf } from '../../panels/ending/EndingPanel.tsx';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';

/** The ending on the projector: the state of the world, and three moments to discuss. */
export function EndingPages({ view }: { readonly view: View }) {
  const { ending: speech } = words.value.play;
  const { ending } = view.table;
  if (!ending) return null;
  return (
    <>
      <article class="told">
        <p class="told-by">{speech.because[ending.because]}</p>
        <h2>{leanOf(view)}</h2>
      </article>
      {ending.moments.map((moment) => (
        <article key={moment.round} class="told is-moment">
          <p class="told-by">{speech.momentRound(moment.round)}</p>
          <h2>{speech.moment[moment.kind]}</h2>
          <p class="num">{speech.momentDial(signedPoints(moment.direction))}</p>
          {moment.broken && <BrokenLine view={view} broken={moment.broken} />}
        </article>
      ))}
    </>
  );
}
