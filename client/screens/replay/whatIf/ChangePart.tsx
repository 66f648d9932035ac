import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { familyOf, HOLD, type Order } from '#shared/model/actions.ts';
import type { SeatId } from '#shared/model/world.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { orderPhrase, seatName } from '../../../panels/lookup.ts';
import { FamilyMark } from '../../../panels/marks.tsx';
import type { RecordedSource } from '../../../source/recorded.ts';
import { words } from '../../../text/language.ts';
import { OtherOrder } from './OtherOrder.tsx';
import type { Inquiry } from './useWhatIf.ts';

interface Props {
  readonly view: View;
  readonly source: RecordedSource;
  readonly inquiry: Inquiry;
  readonly lastRound: number;
}

/** What is to be different: a round, and other orders in it. */
export function ChangePart({ view, source, inquiry, lastRound }: Props) {
  const { whatIf } = words.value;
  const title = useId();
  const round = inquiry.round.value;
  return (
    <section class="what-if-change" aria-labelledby={title}>
      <h1 id={title}>{whatIf.doorOf(round)}</h1>
      <p class="panel-note">{whatIf.intro}</p>
      <RoundChoice round={round} lastRound={lastRound} choose={inquiry.setRound} />
      <h2>{whatIf.orders.title(round)}</h2>
      <OrderList key={round} view={view} source={source} inquiry={inquiry} />
      <PlayBar inquiry={inquiry} />
    </section>
  );
}

/** The orders of the round; the cards of one state at a time are open. */
function OrderList({ view, source, inquiry }: Omit<Props, 'lastRound'>) {
  const open = useSignal<SeatId | null>(null);
  const place = source.breaks[inquiry.round.value] ?? 1;
  const resolved = source.viewAt(place);
  return (
    <ul class="what-if-orders">
      {view.card.seats.map(({ id }, index) => {
        const recorded = resolved.table.reveal?.orders[index] ?? HOLD;
        const close = () => (open.value = null);
        return (
          <li key={id}>
            <SeatRow
              view={resolved}
              seat={id}
              recorded={recorded}
              inquiry={inquiry}
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
                  inquiry.setOrder(id, order);
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

function PlayBar({ inquiry }: { readonly inquiry: Inquiry }) {
  const { whatIf } = words.value;
  const isChanged = Object.keys(inquiry.orders.value).length > 0;
  return (
    <footer class="what-if-play">
      <button
        type="button"
        class="btn primary lg"
        disabled={!isChanged}
        aria-busy={inquiry.branch.value.is === 'asked'}
        onClick={inquiry.askBranch}
      >
        {whatIf.play}
      </button>
      <p class="panel-note">{isChanged ? whatIf.spoiler : whatIf.playHint}</p>
    </footer>
  );
}

interface RoundProps {
  readonly round: number;
  readonly lastRound: number;
  readonly choose: (round: number) => void;
}

function RoundChoice({ round, lastRound, choose }: RoundProps) {
  const { whatIf } = words.value;
  const id = useId();
  return (
    <p class="what-if-round">
      <label for={id}>{whatIf.round}</label>
      <select
        id={id}
        class="input"
        value={round}
        onChange={(event) => choose(Number(event.currentTarget.value))}
      >
        {Array.from({ length: lastRound }, (_, index) => (
          <option key={index} value={index + 1}>
            {whatIf.roundName(index + 1)}
          </option>
        ))}
      </select>
    </p>
  );
}

interface RowProps {
  readonly view: View;
  readonly seat: SeatId;
  readonly recorded: Order;
  readonly inquiry: Inquiry;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

/** A state with its order: as recorded, or what stands in its place. */
function SeatRow({ view, seat, recorded, inquiry, isOpen, toggle }: RowProps) {
  const { orders } = words.value.whatIf;
  const name = seatName(view, seat);
  const other = inquiry.orders.value[seat];
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
        {other && (
          <Act label={orders.undoOf(name)} text={orders.undo} press={() => inquiry.setOrder(seat, null)} />
        )}
        {now.action !== 'hold' && (
          <Act label={orders.holdOf(name)} text={orders.hold} press={() => inquiry.setOrder(seat, hold)} />
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

function Act({ label, text, isOpen, press }: ActProps) {
  return (
    <button type="button" class="btn" aria-expanded={isOpen} aria-label={label} onClick={press}>
      {text}
    </button>
  );
}
