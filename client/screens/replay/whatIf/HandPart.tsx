import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Order } from '#shared/model/actions.ts';
import type { SeatId } from '#shared/model/world.ts';
import { lastChangedRound } from '#shared/session/vocabulary/branching.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { orderPhrase, seatName } from '../../../panels/lookup.ts';
import type { BranchNow } from '../../../panels/whatIf/inquiries.ts';
import type { RecordedSource } from '../../../source/recorded.ts';
import { list, words } from '../../../text/language.ts';
import { withHandRound, withoutLastHandRound } from './changes.ts';
import { OrderList } from './OrderList.tsx';
import { type Inquiry, openedBranch } from './useWhatIf.ts';

interface Props {
  readonly view: View;
  readonly source: RecordedSource;
  readonly inquiry: Inquiry;
}

/** Goes on by hand in the branch, round by round: what nobody changes there stays as recorded. */
export function HandPart({ view, source, inquiry }: Props) {
  const { hand: text } = words.value.whatIf;
  const now = inquiry.branch.value;
  const change = inquiry.change.value;
  if (now.is !== 'branch') return null;
  const next = lastChangedRound(change) + 1;
  const { hand = [] } = change;
  const again = (changed: typeof change): void => {
    inquiry.setChange(changed);
    inquiry.askBranch();
  };
  return (
    <details class="what-if-more what-if-hand" open={hand.length > 0}>
      <summary>{text.title}</summary>
      <p class="panel-note">{text.note}</p>
      <ul>
        {hand.map(({ round, orders }) => (
          <li key={round}>{text.done(round, ordersPhrase(view, orders))}</li>
        ))}
      </ul>
      {hand.length > 0 && (
        <button type="button" class="btn" onClick={() => again(withoutLastHandRound(change))}>
          {text.undo}
        </button>
      )}
      {next < source.breaks.length ? (
        <NextRound
          key={now.head}
          answer={now}
          source={source}
          round={next}
          play={(orders) => again(withHandRound(change, { round: next, orders }))}
        />
      ) : (
        <p class="panel-note">{text.over}</p>
      )}
    </details>
  );
}

function ordersPhrase(view: View, orders: Readonly<Record<SeatId, Order>>): string {
  const phrases = Object.entries(orders).map(
    ([seat, order]) => `${seatName(view, seat)} – ${orderPhrase(view, order)}`,
  );
  return phrases.length === 0 ? words.value.whatIf.hand.asRecorded : list(phrases);
}

interface NextProps {
  readonly answer: Extract<BranchNow, { is: 'branch' }>;
  readonly source: RecordedSource;
  readonly round: number;
  readonly play: (orders: Readonly<Record<SeatId, Order>>) => void;
}

/** The next round of the branch, with the cards that each state holds there. */
function NextRound({ answer, source, round, play }: NextProps) {
  const { hand: text } = words.value.whatIf;
  const isOpen = useSignal(false);
  const orders = useSignal<Readonly<Record<SeatId, Order>>>({});
  const branch = useMemo(
    () => (isOpen.value ? openedBranch(answer.text, round, source.viewer.peek()) : null),
    [answer, isOpen.value],
  );
  if (branch === null)
    return (
      <button type="button" class="btn" onClick={() => (isOpen.value = true)}>
        {text.open(round)}
      </button>
    );
  const set = (seat: SeatId, order: Order | null): void => {
    const { [seat]: _gone, ...others } = orders.peek();
    orders.value = order === null ? others : { ...others, [seat]: order };
  };
  return (
    <>
      <h3>{text.round(round)}</h3>
      <OrderList source={branch} round={round} others={orders.value} setOrder={set} />
      <button type="button" class="btn primary" onClick={() => play(orders.peek())}>
        {text.play(round)}
      </button>
    </>
  );
}
