import type { RealCard } from '#shared/session/findings/cards.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { cited } from '../../panels/events/cited.ts';
import { labelled, list, pick, words } from '../../text/language.ts';
import type { StepProps } from './stepProps.ts';
import { ShowFindings } from './useFindings.tsx';

/** Real-world cards that match what was played, each with two readings, its date, source and the certainty of the facts. */
export function WorldStep({ view, source }: StepProps) {
  return <ShowFindings source={source} show={({ cards }) => <Cards view={view} cards={cards} />} />;
}

function Cards({ view, cards }: { readonly view: View; readonly cards: readonly RealCard[] }) {
  const { world } = words.value.debrief;
  if (cards.length === 0) return <p class="debrief-note">{world.none}</p>;
  return (
    <ul class="real-cards">
      {cards.map((card) => (
        <li key={card.id} class="debrief-card">
          <p class="eyebrow">
            {card.date !== null && <span class="num">{card.date} · </span>}
            {world.cameUp(causesOf(view, card))}
          </p>
          <h2>{pick(card.name)}</h2>
          <dl class="readings-pair">
            <div>
              <dt>{world.paper}</dt>
              <dd>{pick(card.readings.paper)}</dd>
            </div>
            <div>
              <dt>{world.other}</dt>
              <dd>{pick(card.readings.other)}</dd>
            </div>
          </dl>
          <p class="real-source">
            {labelled(world.source, cited(card.source))} · {world.confidence[card.confidence]}
          </p>
        </li>
      ))}
    </ul>
  );
}

function causesOf(view: View, { actions, events, agreements, stages }: RealCard): string {
  const { orders, course, templates } = words.value;
  const titles = events.flatMap((id) => {
    const event = view.card.events.find((one) => one.id === id);
    return event ? [pick(event.title)] : [];
  });
  const endings = stages.map((stage) => course.picture[stage]);
  const signed = agreements.map((template) => templates.known[template].name);
  return list([...actions.map((action) => orders.cards[action].name), ...titles, ...signed, ...endings]);
}
