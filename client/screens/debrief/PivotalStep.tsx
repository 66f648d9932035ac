import type { Pivotal, PivotalOrder } from '#shared/session/findings/pivotal.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { BrokenLine } from '../../panels/ending/BrokenLine.tsx';
import { colourOf, orderPhrase, seatName } from '../../panels/lookup.ts';
import { FamilyMark } from '../../panels/marks.tsx';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';
import type { StepProps } from './stepProps.ts';
import { ShowFindings } from './useFindings.tsx';

/** The order that changed the ending most, large; two more beneath; and how that was computed. */
export function PivotalStep({ view, source }: StepProps) {
  return <ShowFindings source={source} show={({ pivotal }) => <Orders view={view} pivotal={pivotal} />} />;
}

function Orders({ view, pivotal }: { readonly view: View; readonly pivotal: Pivotal }) {
  const { pivotal: speech } = words.value.debrief;
  const [first, ...others] = pivotal.top;
  const how =
    pivotal.weighed === pivotal.orders
      ? speech.all(pivotal.orders)
      : speech.some(pivotal.weighed, pivotal.orders);
  if (!first) return <p class="debrief-soon">{speech.none}</p>;
  return (
    <>
      <First view={view} order={first} />
      {others.length > 0 && <h2 class="debrief-sub">{speech.others}</h2>}
      <ul class="pivotal-others">
        {others.map((one) => (
          <li key={`${one.round}${one.seat}`}>
            <FamilyMark family={colourOf(one.order.action) ?? 'none'} />
            <span>
              {words.value.debrief.round(one.round)} · <b>{seatName(view, one.seat)}</b>{' '}
              {orderPhrase(view, one.order)}
            </span>
            <b class="num">{signedPoints(one.effect / 1000)}</b>
            <Broke view={view} order={one} />
          </li>
        ))}
      </ul>
      <p class="debrief-note">{how}</p>
    </>
  );
}

/** The promise that the order broke, if any. */
function Broke({ view, order: { broken } }: { readonly view: View; readonly order: PivotalOrder }) {
  if (broken === null) return null;
  const inTenths = { trust: Math.round(broken.trust / 1000), standing: Math.round(broken.standing / 1000) };
  return <BrokenLine view={view} broken={{ ...broken, ...inTenths }} />;
}

function First({ view, order }: { readonly view: View; readonly order: PivotalOrder }) {
  const { debrief } = words.value;
  const end = view.table.trail.direction.at(-1) ?? 0;
  return (
    <section class="pivotal">
      <FamilyMark family={colourOf(order.order.action) ?? 'none'} size={44} />
      <p class="eyebrow">{debrief.round(order.round)}</p>
      <h2>
        {seatName(view, order.seat)}
        <span>{orderPhrase(view, order.order)}</span>
      </h2>
      <p class="pivotal-effect">
        {debrief.pivotal.held} <b class="num">{signedPoints(order.effect / 1000)}</b>
      </p>
      <p>{debrief.pivotal.without(signedPoints(end - order.effect / 1000))}</p>
      <Broke view={view} order={order} />
    </section>
  );
}
