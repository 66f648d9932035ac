import { familyOf } from '#shared/model/actions.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { Seal } from '../../components/Seal.tsx';
import { words } from '../../text/language.ts';
import { EventLines } from '../events/EventLines.tsx';
import { orderPhrase, seatName } from '../lookup.ts';
import { FamilyMark } from '../marks.tsx';
import type { PlayState } from '../playState.ts';
import { familyClass } from './CardDeck.tsx';
import { WhoIsLeft } from './SealedOrder.tsx';

interface SeenProps {
  readonly view: View;
  readonly ui: PlayState;
}

/** The orders of a round for who looks on: what these eyes have sealed, expect and bet, and how many have sealed. */
export function OrdersSeen({ view, ui }: SeenProps) {
  const { orders } = words.value;
  const { own, table } = view;
  return (
    <div class="orders sealed">
      <div class="orders-scroll">
        <EventLines view={view} ui={ui} />
        {own ? <OwnOrder view={view} own={own} /> : <p class="panel-note">{orders.observing}</p>}
        {table.phase === 'decision' && <WhoIsLeft view={view} />}
      </div>
    </div>
  );
}

function OwnOrder({ view, own }: { readonly view: View; readonly own: NonNullable<View['own']> }) {
  const { laid, families } = words.value.orders;
  const { order, expects, bet } = own;
  if (order === null) return <p class="panel-note">{laid.notYet(seatName(view, own.seat))}</p>;
  const family = familyOf[order.action];
  return (
    <>
      <div class="sealed-mark">
        <Seal sealed size={64} />
      </div>
      <h2>{laid.sealed(seatName(view, own.seat))}</h2>
      <p class={`sealed-order ${familyClass[family]}`}>
        <FamilyMark family={family} size={20} />
        {orderPhrase(view, order)}
      </p>
      <p>
        {expects === null
          ? laid.noExpectation
          : laid.expects(seatName(view, expects.seat), families[expects.family])}
      </p>
      <p>{bet === null ? laid.noBet : laid.bet(words.value.play.dial.bands[bet - 1] ?? '')}</p>
    </>
  );
}
