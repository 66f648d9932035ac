import { useSignal } from '@preact/signals';
import type { Order } from '#shared/model/actions.ts';
import type { View } from '#shared/session/tableView.ts';
import { announce } from '../components/Announcer.tsx';
import { Seal } from '../components/Seal.tsx';
import { words } from '../text/language.ts';
import { agreedDraft, decidesAlone, isSameOrder, ownPeople } from './delegation.ts';
import { orderOf } from './draft.ts';
import { noSentence } from './noSentence.ts';
import type { OrdersProps } from './OrdersPanel.tsx';

/**
 * The one primary button of the screen: seals the order in the hand, or puts it before the delegation where others have a
 * say; says in a sentence what stands in the way.
 */
export function SealBar({ view, source, desk }: OrdersProps) {
  const { orders, delegation } = words.value;
  const isBusy = useSignal(false);
  const problem = useSignal<string | null>(null);
  const draft = desk.draft.value;
  const order = draft ? orderOf(view, draft) : null;
  const seals = decidesAlone(view);
  const give = async (type: 'sealOrders' | 'draftOrder'): Promise<void> => {
    if (!order || isBusy.value) return;
    isBusy.value = true;
    const expects = draft?.expects ? { expects: draft.expects } : {};
    problem.value = noSentence(await source.send({ type, order, ...expects }));
    isBusy.value = false;
    if (problem.value !== null) return;
    const done = `${orders.sealedTitle}. ${orders.sealedNote}`;
    announce(type === 'sealOrders' ? done : delegation.putForwardDone);
  };
  return (
    <footer class="seal-bar">
      {seals ? (
        <button
          type="button"
          class="btn primary lg"
          disabled={order === null}
          aria-busy={isBusy.value}
          onClick={() => void give('sealOrders')}
        >
          <span class="seal-inverse">
            <Seal sealed size={26} />
          </span>
          {isBusy.value ? orders.sealing : orders.seal}
        </button>
      ) : (
        <button
          type="button"
          class="btn primary lg"
          disabled={order === null || isMine(view, order)}
          aria-busy={isBusy.value}
          onClick={() => void give('draftOrder')}
        >
          {isBusy.value ? delegation.puttingForward : delegation.putForward}
        </button>
      )}
      {seals && ownPeople(view).length > 1 && (
        <button
          type="button"
          class="btn lg second"
          disabled={order === null || isMine(view, order)}
          onClick={() => void give('draftOrder')}
        >
          {delegation.putForward}
        </button>
      )}
      {problem.value === null ? <p>{hintOf(view, draft === null)}</p> : <p role="alert">{problem.value}</p>}
    </footer>
  );
}

/** Whether this very order is the draft one agrees with already. */
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
