import { useSignal } from '@preact/signals';
import { announce } from '../components/Announcer.tsx';
import { Seal } from '../components/Seal.tsx';
import { words } from '../text/language.ts';
import { orderOf } from './draft.ts';
import { noSentence } from './noSentence.ts';
import type { OrdersProps } from './OrdersPanel.tsx';

/** The one primary button of the screen: seals the order in the hand; says in a sentence what stands in the way. */
export function SealBar({ view, source, desk }: OrdersProps) {
  const { orders } = words.value;
  const isSealing = useSignal(false);
  const problem = useSignal<string | null>(null);
  const draft = desk.draft.value;
  const order = draft ? orderOf(view, draft) : null;
  const seal = async (): Promise<void> => {
    if (!order || isSealing.value) return;
    isSealing.value = true;
    const expects = draft?.expects ? { expects: draft.expects } : {};
    problem.value = noSentence(await source.send({ type: 'sealOrders', order, ...expects }));
    isSealing.value = false;
    if (problem.value === null) announce(`${orders.sealedTitle}. ${orders.sealedNote}`);
  };
  const hint =
    draft === null ? orders.holdNote : view.card.practice ? orders.reopenNoteNoClock : orders.reopenNote;
  return (
    <footer class="seal-bar">
      <button
        type="button"
        class="btn primary lg"
        disabled={order === null}
        aria-busy={isSealing.value}
        onClick={() => void seal()}
      >
        <span class="seal-inverse">
          <Seal sealed size={26} />
        </span>
        {isSealing.value ? orders.sealing : orders.seal}
      </button>
      {problem.value === null ? <p>{hint}</p> : <p role="alert">{problem.value}</p>}
    </footer>
  );
}
