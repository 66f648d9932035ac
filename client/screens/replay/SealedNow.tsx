import type { SealedOrders } from '#shared/session/vocabulary/state.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { Seal } from '../../components/Seal.tsx';
import { orderPhrase } from '../../panels/lookup.ts';
import { pick, words } from '../../text/language.ts';

interface Props {
  readonly view: View;
  readonly sealed: Readonly<Record<string, SealedOrders>>;
}

/** The orders that lie sealed on the table at this moment, for whoever asked to see everything. */
export function SealedNow({ view, sealed }: Props) {
  const { sealed: text } = words.value.replay;
  const seats = view.card.seats.filter(({ id }) => Object.hasOwn(sealed, id));
  return (
    <section class="order-list">
      <h2>{text.title}</h2>
      {seats.length === 0 && <p class="note">{text.none}</p>}
      <ul>
        {seats.map(({ id, name }) => {
          const order = sealed[id]?.order;
          return (
            <li key={id}>
              <Seal sealed size={18} />
              <b>{pick(name)}</b>
              <span>{order ? orderPhrase(view, order) : ''}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
