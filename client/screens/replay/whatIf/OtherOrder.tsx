import { useMemo } from 'preact/hooks';
import type { Order } from '#shared/model/actions.ts';
import type { SeatId } from '#shared/model/world.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { isSameOrder } from '#shared/session/vocabulary/sameOrder.ts';
import { BlocPicker } from '../../../panels/orders/BlocPicker.tsx';
import { BreaksLine } from '../../../panels/orders/BreaksLine.tsx';
import { CardDeck } from '../../../panels/orders/CardDeck.tsx';
import { EffectLines } from '../../../panels/orders/EffectLines.tsx';
import { mostTargets, orderOf } from '../../../panels/orders/orderInHand.ts';
import { TargetPicker } from '../../../panels/orders/TargetPicker.tsx';
import { seatName } from '../../../panels/lookup.ts';
import { newPlayState, type OrderInHand, type PlayState } from '../../../panels/playState.ts';
import type { RecordedSource } from '../../../source/recorded.ts';
import type { ViewSource } from '../../../source/viewSource.ts';
import { words } from '../../../text/language.ts';
import '../../../styles/play-orders.css';

interface Props {
  readonly source: RecordedSource;
  /** Just before the round was resolved. */
  readonly position: number;
  readonly seat: SeatId;
  readonly recorded: Order;
  readonly take: (order: Order) => void;
  readonly close: () => void;
}

/** The cards of a state as they lay before it in that round, to choose another order. */
export function OtherOrder({ source, position, seat, recorded, take, close }: Props) {
  const { whatIf } = words.value;
  const ui = useMemo(newPlayState, [position, seat]);
  const deciding = useMemo(() => source.deciding(position, seat), [source, position, seat]);
  const view = deciding.view.value;
  if (view === null) return null;
  const draft = ui.draft.value;
  const order = draft && orderOf(view, draft);
  const isSame = order !== null && isSameOrder(order, recorded);
  return (
    <section class="what-if-cards" aria-label={whatIf.orders.choose(seatName(view, seat))}>
      <h3>{whatIf.orders.choose(seatName(view, seat))}</h3>
      <CardDeck view={view} ui={ui} />
      {draft && <Chosen view={view} source={deciding} ui={ui} draft={draft} />}
      {isSame && <p class="panel-note">{whatIf.same}</p>}
      <p class="what-if-acts">
        <button
          type="button"
          class="btn primary"
          disabled={order === null || isSame}
          onClick={() => order && take(order)}
        >
          {whatIf.orders.take}
        </button>
        <button type="button" class="btn" onClick={close}>
          {whatIf.orders.close}
        </button>
      </p>
    </section>
  );
}

interface ChosenProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
  readonly draft: OrderInHand;
}

/** The chosen card: what it does, for whom it is, and what was to be expected of it then. */
function Chosen({ view, source, ui, draft }: ChosenProps) {
  const card = words.value.orders.cards[draft.action];
  const order = orderOf(view, draft);
  return (
    <div class="what-if-chosen">
      <p class="card-line">{card.line}</p>
      {mostTargets(view, draft.action) > 0 && <TargetPicker view={view} ui={ui} draft={draft} />}
      <BlocPicker view={view} ui={ui} draft={draft} />
      <BreaksLine view={view} order={order} />
      <EffectLines view={view} source={source} order={order} action={draft.action} />
    </div>
  );
}
