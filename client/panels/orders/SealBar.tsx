import { useSignal } from '@preact/signals';
import type { Order } from '#shared/model/actions.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { announce } from '../../components/Announcer.tsx';
import { Seal } from '../../components/Seal.tsx';
import { words } from '../../text/language.ts';
import { agreedDraft, decidesAlone, ownPeople } from '../brief/delegation.ts';
import { orderOf } from './orderInHand.ts';
import { noSentence } from '../../components/outcomeSentence.ts';
import type { OrdersProps } from './ordersProps.ts';
import { isSameOrder } from '#shared/session/vocabulary/sameOrder.ts';

/**
 * The single primary button of the screen: seals the prepared order, or puts it before the delegation if others decide too; a
 * sentence says what prevents it.
 */
export function SealBar(props: OrdersProps) {
  const { view, ui } = props;
  const { order, isBusy, problem, give } = useGiving(props);
  const seals = decidesAlone(view);
  const canDraft = order !== null && !isMine(view, order);
  return (
    <footer class="seal-bar">
      {seals && <SealButton canSeal={order !== null} isBusy={isBusy} onSeal={() => give('sealOrders')} />}
      {ownPeople(view).length > 1 && (
        <button
          type="button"
          class={seals ? 'btn lg second' : 'btn primary lg'}
          disabled={!canDraft}
          aria-busy={isBusy}
          onClick={() => give('draftOrder')}
        >
          {words.value.delegation.putForward}
        </button>
      )}
      {problem === null ? <p>{hintOf(view, ui.draft.value === null)}</p> : <p role="alert">{problem}</p>}
    </footer>
  );
}

/** The prepared order, and the button to seal or propose it. */
function useGiving({ view, source, ui }: OrdersProps) {
  const { orders, delegation } = words.value;
  const isBusy = useSignal(false);
  const problem = useSignal<string | null>(null);
  const draft = ui.draft.value;
  const order = draft ? orderOf(view, draft) : null;
  const send = async (type: 'sealOrders' | 'draftOrder'): Promise<void> => {
    if (!order || isBusy.value) return;
    isBusy.value = true;
    const expects = draft?.expects ? { expects: draft.expects } : {};
    problem.value = noSentence(await source.send({ type, order, ...expects }));
    isBusy.value = false;
    if (problem.value !== null) return;
    const sealed = `${orders.sealedTitle}. ${orders.sealedNote}`;
    announce(type === 'sealOrders' ? sealed : delegation.putForwardDone);
  };
  const give = (type: 'sealOrders' | 'draftOrder') => void send(type);
  return { order, isBusy: isBusy.value, problem: problem.value, give };
}

interface SealProps {
  readonly canSeal: boolean;
  readonly isBusy: boolean;
  readonly onSeal: () => void;
}

function SealButton({ canSeal, isBusy, onSeal }: SealProps) {
  const { orders } = words.value;
  return (
    <button type="button" class="btn primary lg" disabled={!canSeal} aria-busy={isBusy} onClick={onSeal}>
      <span class="seal-inverse">
        <Seal sealed size={26} />
      </span>
      {isBusy ? orders.sealing : orders.seal}
    </button>
  );
}

/** Whether this exact order is the draft that the person already agrees with. */
function isMine(view: View, order: Order): boolean {
  const mine = agreedDraft(view);
  return mine !== null && isSameOrder(mine.order, order);
}

function hintOf(view: View, isEmpty: boolean): string {
  const { orders, delegation } = words.value;
  if (!decidesAlone(view)) return delegation.hints[view.card.decisionRule];
  if (isEmpty) return orders.holdNote;
  if (ownPeople(view).length > 1 && view.card.decisionRule === 'anyone') return delegation.hints.anyone;
  return view.card.practice ? orders.reopenNoteNoClock : orders.reopenNote;
}
