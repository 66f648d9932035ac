import { useSignal } from '@preact/signals';
import { familyOf } from '#shared/model/actions.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { Seal } from '../../components/Seal.tsx';
import { asOneText, list, words } from '../../text/language.ts';
import { BetRow } from './BetRow.tsx';
import { familyClass } from './CardDeck.tsx';
import { decidesAlone } from '../brief/delegation.ts';
import { draftFrom } from './orderInHand.ts';
import { DraftList } from './DraftList.tsx';
import { orderPhrase, seatName } from '../lookup.ts';
import { FamilyMark } from '../marks.tsx';
import { noSentence } from '../../components/outcomeSentence.ts';
import type { OrdersProps } from './ordersProps.ts';

/** The panel after sealing: what was sealed, who is still deciding, and the button to unseal. */
export function SealedOrder(props: OrdersProps) {
  const { view, source, ui } = props;
  const { orders } = words.value;
  const problem = useSignal<string | null>(null);
  const order = view.own?.order;
  if (!order) return null;
  const reopen = async (): Promise<void> => {
    const draft = draftFrom(order, view.own?.expects ?? null);
    problem.value = noSentence(await source.send({ type: 'withdrawOrders' }));
    if (problem.value === null) ui.draft.value = draft;
  };
  const family = familyOf[order.action];
  return (
    <div class="orders sealed">
      <div class="orders-scroll">
        <div class="sealed-mark">
          <Seal sealed size={88} />
        </div>
        <h2>{orders.sealedTitle}</h2>
        <p class={`sealed-order ${familyClass[family]}`}>
          <FamilyMark family={family} size={20} />
          {orderPhrase(view, order)}
        </p>
        <p class="panel-note">{sealedNote(view)}</p>
        <DraftList {...props} />
        <WhoIsLeft view={view} />
        {decidesAlone(view) && (
          <button type="button" class="btn" onClick={() => void reopen()}>
            {orders.reopen}
          </button>
        )}
        {problem.value !== null && <p role="alert">{problem.value}</p>}
        <BetRow {...props} />
      </div>
    </div>
  );
}

/** How it came to be sealed, if this person did not do it. */
function sealedNote(view: View): string {
  const { orders, delegation } = words.value;
  if (decidesAlone(view)) return orders.sealedNote;
  return view.card.decisionRule === 'head' ? delegation.sealedByHead : delegation.sealedByMajority;
}

/** How many have sealed, and who has not where they are few. */
export function WhoIsLeft({ view }: { readonly view: View }) {
  const { orders } = words.value;
  const waiting = view.table.seats.filter((seat) => !seat.sealed).map((seat) => seatName(view, seat.id));
  const sealed = view.table.seats.length - waiting.length;
  return (
    <>
      <ul class="sealed-row" aria-hidden="true">
        {view.table.seats.map((seat) => (
          <li key={seat.id}>
            <Seal sealed={seat.sealed} size={22} />
          </li>
        ))}
      </ul>
      <p class="panel-note">
        {asOneText(
          waiting.length === 0 ? orders.allSealed : orders.othersSealed(sealed, view.table.seats.length),
          waiting.length > 0 && waiting.length <= 4 ? orders.waiting(list(waiting)) : '',
        )}
      </p>
    </>
  );
}
