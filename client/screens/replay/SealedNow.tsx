import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { Seal } from '../../components/Seal.tsx';
import { orderPhrase, seatName } from '../../panels/lookup.ts';
import { pick, words } from '../../text/language.ts';

interface Props {
  readonly view: View;
  readonly table: SessionState;
}

/** The orders that lie sealed on the table at this moment, with expectations and bets, for whoever asked to see everything. */
export function SealedNow({ view, table: { sealed, bets } }: Props) {
  const { sealed: text } = words.value.replay;
  const seats = view.card.seats.filter(({ id }) => Object.hasOwn(sealed, id));
  if (view.table.phase !== 'decision') return null;
  return (
    <section class="order-list">
      <h3>{text.title}</h3>
      {seats.length === 0 && <p class="panel-note">{text.none}</p>}
      <ul>
        {seats.map(({ id, name }) => {
          const order = sealed[id];
          if (order === undefined) return null;
          return (
            <li key={id}>
              <Seal sealed size={18} />
              <b>{pick(name)}</b>
              <span>{orderPhrase(view, order.order)}</span>
              <small>{besides(view, order.expects, bets[id])}</small>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What was sealed or laid down with the order. */
function besides(
  view: View,
  expects: SessionState['sealed'][string]['expects'],
  bet: number | undefined,
): string {
  const { orders, play } = words.value;
  const { laid } = orders;
  return [
    expects === null ? '' : laid.expects(seatName(view, expects.seat), orders.families[expects.family]),
    bet === undefined ? '' : laid.bet(play.dial.bands[bet - 1] ?? ''),
  ]
    .filter(Boolean)
    .join(' ');
}
