import '../../styles/play-orders.css';
import { useEffect } from 'preact/hooks';
import { words } from '../../text/language.ts';
import { EventLines } from '../events/EventLines.tsx';
import { AnswerRow } from './AnswerRow.tsx';
import { BetRow } from './BetRow.tsx';
import { CardDeck, LaterCards } from './CardDeck.tsx';
import { CardDetail } from './CardDetail.tsx';
import { DraftList } from './DraftList.tsx';
import { SealBar } from './SealBar.tsx';
import { SealedOrder } from './SealedOrder.tsx';
import { keepDraft, keptDraft } from './orderInHand.ts';
import { OrdersSeen } from './OrdersSeen.tsx';
import type { OrdersProps } from './ordersProps.ts';
import { plays } from '../lookup.ts';

/** The orders: look at the cards, prepare one, seal it, unseal it; while talk goes on cards can only be prepared. */
export function OrdersPanel(props: OrdersProps) {
  const { view, ui } = props;
  const { orders } = words.value;
  useDraftMemory(props);
  if (!plays(view)) return <OrdersSeen view={view} ui={ui} />;
  if (!view.own) return null;
  if (view.own.order) {
    return (
      <>
        <EventLines view={view} ui={ui} />
        <SealedOrder {...props} />
      </>
    );
  }
  const isDecision = view.table.phase === 'decision';
  return (
    <div class="orders">
      <div class="orders-scroll">
        <header class="orders-head">
          <h2>{isDecision ? orders.title : orders.lookTitle}</h2>
          <span>{orders.costHead}</span>
        </header>
        {!isDecision && <p class="panel-note">{orders.lookNote}</p>}
        <EventLines view={view} ui={ui} />
        <DraftList {...props} />
        <AnswerRow view={view} ui={ui} />
        <CardDeck view={view} ui={ui} />
        <CardDetail {...props} />
        <BetRow {...props} />
        <LaterCards view={view} />
      </div>
      {isDecision && <SealBar {...props} />}
    </div>
  );
}

/** Restores the draft of this round after a reload, and stores it when it changes. */
function useDraftMemory({ view, ui }: OrdersProps): void {
  const place = `${view.card.id}:${view.own?.seat ?? ''}:${view.table.round}`;
  const draft = ui.draft.value;
  useEffect(() => {
    const kept = keptDraft(place);
    if (kept && view.own?.open.includes(kept.action)) ui.draft.value = kept;
  }, [place]);
  useEffect(() => {
    if (draft) keepDraft(place, draft);
  }, [place, draft]);
}
