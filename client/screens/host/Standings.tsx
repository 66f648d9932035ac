import type { View } from '#shared/session/views/tableView.ts';
import { ObjectiveList } from '../../panels/brief/ObjectiveList.tsx';
import { seatName } from '../../panels/lookup.ts';
import { askWhy, type PlayState } from '../../panels/playState.ts';
import { useLookedUp } from '../../panels/useLookedUp.ts';
import { lastRound } from '../../panels/world/gauges.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { points } from '../../text/number.ts';

interface Props {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
}

/** Every state's points and its two secret objectives, in the order of the table; for the host alone. */
export function Standings({ view, source, ui }: Props) {
  const { eyes } = words.value;
  const round = lastRound(view);
  const key = `${round} ${view.table.phase}`;
  const standings = useLookedUp<'standings'>(source, { ask: 'standings' }, key) ?? [];
  return (
    <section class="standings">
      <h2>{eyes.tab.brief}</h2>
      <p class="note">{eyes.secret}</p>
      {standings.map(({ seat, score, objectives }) => (
        <article key={seat}>
          <h3>{seatName(view, seat)}</h3>
          <button
            type="button"
            class="dial-asked"
            disabled={round === 0}
            onClick={() => askWhy(ui, { kind: 'seat', seat, quantity: 'score' }, round)}
          >
            {eyes.points} <b class="num">{points(score)}</b>
          </button>
          <ObjectiveList view={view} objectives={objectives} brief />
        </article>
      ))}
    </section>
  );
}
