import { useSignal } from '@preact/signals';
import { familyOf, HOLD, type Order } from '#shared/model/actions.ts';
import type { SeatId } from '#shared/model/world.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { orderPhrase, seatName } from '../../../panels/lookup.ts';
import { FamilyMark } from '../../../panels/marks.tsx';
import type { RecordedSource } from '../../../source/recorded.ts';
import { words } from '../../../text/language.ts';
import { OtherOrder } from './OtherOrder.tsx';

interface Props {
  readonly source: RecordedSource;
  readonly round: number;
  /** What stands in the place of recorded orders. */
  readonly others: Readonly<Record<SeatId, Order>>;
  /** Puts another order in the place of the recorded one; null takes it back. */
  readonly setOrder: (seat: SeatId, order: Order | null) => void;
}

/** The orders of a round; the cards of one state at a time are open. */
export function OrderList({ source, round, others, setOrder }: Props) {
  const open = useSignal<SeatId | null>(null);
  const place = source.breaks[round] ?? 1;
  const resolved = source.viewAt(place);
  return (
    <ul class="what-if-orders">
      {resolved.card.seats.map(({ id }, index) => {
        const recorded = resolved.table.reveal?.orders[index] ?? HOLD;
        const close = () => (open.value = null);
        return (
          <li key={id}>
            <SeatRow
              view={resolved}
              seat={id}
              recorded={recorded}
              other={others[id]}
              set={(order) => setOrder(id, order)}
              isOpen={open.value === id}
              toggle={() => (open.value = open.value === id ? null : id)}
            />
            {open.value === id && (
              <OtherOrder
                source={source}
                position={place - 1}
                seat={id}
                recorded={recorded}
                take={(order) => {
                  setOrder(id, order);
                  close();
                }}
                close={close}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface RowProps {
  readonly view: View;
  readonly seat: SeatId;
  readonly recorded: Order;
  readonly other: Order | undefined;
  readonly set: (order: Order | null) => void;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

/** A state with its order: as recorded, or what stands in its place. */
function SeatRow({ view, seat, recorded, other, set, isOpen, toggle }: RowProps) {
  const { orders } = words.value.whatIf;
  const name = seatName(view, seat);
  const now = other ?? recorded;
  const hold = recorded.action === 'hold' ? null : HOLD;
  return (
    <div class={other ? 'what-if-order is-changed' : 'what-if-order'}>
      <FamilyMark family={familyOf[now.action]} size={18} />
      <p>
        <b>{name}</b> <span>{orderPhrase(view, now)}</span>
        {other && <small>{orders.instead(orderPhrase(view, recorded))}</small>}
      </p>
      <span class="what-if-acts">
        {other && <Act label={orders.undoOf(name)} text={orders.undo} press={() => set(null)} />}
        {now.action !== 'hold' && (
          <Act label={orders.holdOf(name)} text={orders.hold} press={() => set(hold)} />
        )}
        <Act label={orders.changeOf(name)} text={orders.change} isOpen={isOpen} press={toggle} />
      </span>
    </div>
  );
}

interface ActProps {
  readonly label: string;
  readonly text: string;
  readonly isOpen?: boolean;
  readonly press: () => void;
}

/** A button of a row; its label says what of. */
export function Act({ label, text, isOpen, press }: ActProps) {
  return (
    <button type="button" class="btn" aria-expanded={isOpen} aria-label={label} onClick={press}>
      {text}
    </button>
  );
}
