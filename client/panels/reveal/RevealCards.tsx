import { type Family, familyOf, type Order } from '#shared/model/actions.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { list, words } from '../../text/language.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { LineMark } from '../course/LineMark.tsx';
import { type MeasureKinds, useMeasures } from '../course/useMeasures.ts';
import { familyClass } from '../orders/CardDeck.tsx';
import { seatAt, seatName, seatNames, targetsOf } from '../lookup.ts';
import { FamilyMark } from '../marks.tsx';
import { hasReached, type RevealStep } from './useReveal.ts';

const turned: readonly Exclude<Family, 'none'>[] = ['cooperate', 'blocs', 'securitize'];

interface CardsProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly step: RevealStep;
}

/** All cards of the round by family: counted face down, then turned one family after the other. */
export function RevealCards({ view, source, step }: CardsProps) {
  const { reveal } = words.value.play;
  const measures = useMeasures(view, source)(view.table.reveal?.round ?? 0);
  const orders = view.table.reveal?.orders ?? [];
  const holding = orders.flatMap((order, index) =>
    order.action === 'hold' ? [seatName(view, seatAt(view, index))] : [],
  );
  return (
    <div class="reveal-cards">
      {turned.map((family) => (
        <FamilyCards key={family} family={family} view={view} step={step} measures={measures} />
      ))}
      {holding.length > 0 && <p class="reveal-held">{reveal.held(list(holding))}</p>}
    </div>
  );
}

interface FamilyProps extends Omit<CardsProps, 'source'> {
  readonly family: Exclude<Family, 'none'>;
  readonly measures: MeasureKinds;
}

function FamilyCards({ family, view, step, measures }: FamilyProps) {
  const { orders: speech, play } = words.value;
  const orders = view.table.reveal?.orders ?? [];
  const mine = orders.flatMap((order, index) =>
    familyOf[order.action] === family ? [{ order, index }] : [],
  );
  if (mine.length === 0) return null;
  const isTurned = hasReached(step, family);
  return (
    <section
      class={`reveal-family ${familyClass[family]}`}
      aria-label={play.reveal.counted[family](mine.length)}
    >
      <h3>
        <FamilyMark family={family} />
        {speech.families[family]} <span class="num">{mine.length}</span>
      </h3>
      <ul>
        {mine.map(({ order, index }, place) => (
          <li
            key={index}
            class={isTurned ? 'reveal-card is-turned' : 'reveal-card'}
            style={{ '--place': place }}
          >
            {isTurned ? (
              <CardFace view={view} order={order} index={index} family={family} measures={measures} />
            ) : (
              <span class="visually-hidden">{play.reveal.faceDown}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FaceProps extends Pick<FamilyProps, 'view' | 'family' | 'measures'> {
  readonly order: Order;
  readonly index: number;
}

function CardFace({ view, order, index, family, measures }: FaceProps) {
  const { orders, play } = words.value;
  const seat = seatAt(view, index);
  const targets = targetsOf(order);
  return (
    <>
      <b class={seat === view.own?.seat ? 'is-own' : ''}>{seatName(view, seat)}</b>
      <FamilyMark family={family} size={15} />
      <em>{orders.cards[order.action].name}</em>
      <LineMark measures={measures} seats={[seat]} />
      {targets.length > 0 && <small>{play.reveal.targets(seatNames(view, targets))}</small>}
    </>
  );
}
