import type { Subject } from '#shared/model/explain.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import type { WallPage } from '#shared/wire/wallPage.ts';
import { promisesOf } from '../../panels/agreements/deeds.ts';
import { blocName, blocsOf, indexOf, orderPhrase, seatView } from '../../panels/lookup.ts';
import { lastRound } from '../../panels/world/gauges.ts';
import { labelled, list, pick, words } from '../../text/language.ts';
import { points } from '../../text/number.ts';
import { whyPage } from './wallChoices.ts';

const shown = ['development', 'defence', 'force', 'localization', 'threat'] as const;

interface StateProps {
  readonly view: View;
  readonly seat: string;
  readonly choose: (page: WallPage) => void;
}

/** One state on the wall: its profile, its numbers (each a link to its causes), its blocs, its promises, its last order. */
export function WallState({ view, seat, choose }: StateProps) {
  const { state, brief } = { state: words.value.play.state, brief: words.value.agreements };
  const card = view.card.seats[indexOf(view, seat)];
  const numbers = seatView(view, seat);
  if (!card || !numbers) return null;
  const order = view.table.reveal?.orders[indexOf(view, seat)];
  const { kept, broken, running } = promisesOf(view, seat);
  const blocs = blocsOf(view, seat).map((bloc) => blocName(view, bloc));
  return (
    <section class="wall-page">
      <h2>{pick(card.name)}</h2>
      <p class="told-by">{pick(card.role)}</p>
      <ul class="wall-numbers">
        <Row name={state.trusted} value={numbers.trusted} />
        {shown.map((quantity) => (
          <Row
            key={quantity}
            name={state[quantity]}
            value={numbers[quantity]}
            view={view}
            subject={{ kind: 'seat', quantity, seat }}
            choose={choose}
          />
        ))}
      </ul>
      <p>{labelled(state.blocs, blocs.length === 0 ? state.noBlocs : list(blocs))}</p>
      {kept + broken + running > 0 && <p>{brief.deedCounts(kept, broken, running)}</p>}
      {order && <p>{labelled(state.lastOrder, orderPhrase(view, order))}</p>}
    </section>
  );
}

interface RowProps {
  readonly name: string;
  readonly value: Tenths;
  readonly view?: View;
  readonly subject?: Subject;
  readonly choose?: (page: WallPage) => void;
}

function Row({ name, value, view, subject, choose }: RowProps) {
  const page = view && subject ? whyPage(subject, lastRound(view)) : null;
  const inside = (
    <>
      <span>{name}</span> <b class="num">{points(value)}</b>
    </>
  );
  return (
    <li>
      {page !== null && choose ? (
        <button type="button" onClick={() => choose(page)} title={words.value.play.gauges.why(name)}>
          {inside}
        </button>
      ) : (
        <span>{inside}</span>
      )}
    </li>
  );
}
