import { familyOf } from '#shared/model/actions.ts';
import { useEffect, useRef } from 'preact/hooks';
import { type Messages, words } from '../../text/language.ts';
import { points } from '../../text/number.ts';
import { BlocPicker } from './BlocPicker.tsx';
import { BreaksLine } from './BreaksLine.tsx';
import { familyClass } from './CardDeck.tsx';
import { mostTargets, orderOf } from './orderInHand.ts';
import type { OrderInHand } from '../playState.ts';
import { EffectLines } from './EffectLines.tsx';
import { ExpectsRow } from './ExpectsRow.tsx';
import { FamilyMark } from '../marks.tsx';
import type { OrdersProps } from './ordersProps.ts';
import { TargetPicker } from './TargetPicker.tsx';
import { PHONE, useMedia } from '../../components/useMedia.ts';

/** The chosen card: its effect, its target, the forecast, what others will see. */
export function CardDetail(props: OrdersProps) {
  const draft = props.ui.draft.value;
  if (!draft || !props.view.own) return null;
  return <OpenCard key={draft.action} {...props} draft={draft} />;
}

function OpenCard(props: OrdersProps & { readonly draft: OrderInHand }) {
  const { view, source, draft, ui } = props;
  const { orders } = words.value;
  const card = orders.cards[draft.action];
  const family = familyOf[draft.action];
  const place = useRef<HTMLElement>(null);
  const isPhone = useMedia(PHONE);
  useEffect(() => {
    place.current?.scrollIntoView({ block: isPhone ? 'start' : 'nearest', behavior: 'smooth' });
  }, []);
  return (
    <section ref={place} class={`card-detail ${familyClass[family]}`} aria-label={card.name} aria-live="off">
      <header>
        <FamilyMark family={family} size={20} />
        <h3>{card.name}</h3>
        <span class="num">
          {draft.action === 'hold' ? orders.free : orders.cost(points(view.card.costs[draft.action]))}
        </span>
      </header>
      <p class="card-line">{card.line}</p>
      {isMeasure(draft.action) && <p class="card-seen">{words.value.course.kinds.card[draft.action]}</p>}
      {mostTargets(view, draft.action) > 0 && <TargetPicker view={view} ui={ui} draft={draft} />}
      <BlocPicker view={view} ui={ui} draft={draft} />
      <BreaksLine view={view} order={orderOf(view, draft)} />
      <EffectLines view={view} source={source} order={orderOf(view, draft)} action={draft.action} />
      <p class="card-seen">
        <span>{orders.seen}</span> {card.seen}
      </p>
      {view.table.phase === 'decision' && <ExpectsRow view={view} ui={ui} draft={draft} />}
    </section>
  );
}

type Measure = keyof Messages['course']['kinds']['card'];

/** Whether a card is a measure in the name of security, moderate or across the line. */
function isMeasure(action: OrderInHand['action']): action is Measure {
  return Object.hasOwn(words.value.course.kinds.card, action);
}
