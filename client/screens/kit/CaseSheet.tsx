import { type MechanismPlace, type PaperMechanism, paperMechanisms } from '#shared/paper/mechanisms.ts';
import type { Scenario } from '#shared/scenario/schema.ts';
import { cited } from '../../panels/events/cited.ts';
import { labelled, list, pick, words } from '../../text/language.ts';
import { kitWords } from './kitWords.ts';

interface Props {
  readonly scenario: Scenario;
}

/** The cases that the paper names: where each can come up in this scenario, and two readings of it. */
export function CaseSheet({ scenario }: Props) {
  const { cases } = kitWords();
  return (
    <>
      <p>{cases.note}</p>
      {paperMechanisms.map((row) => (
        <Case key={row.id} scenario={scenario} row={row} />
      ))}
    </>
  );
}

function Case({ scenario, row }: Props & { readonly row: PaperMechanism }) {
  const { world } = words.value.debrief;
  const places = row.places.flatMap((place) => placeName(scenario, place) ?? []);
  if (places.length === 0) return null;
  return (
    <article class="kit-case">
      <h3>{pick(row.name)}</h3>
      <p class="kit-meta">
        {row.date !== undefined && <span class="num">{row.date} · </span>}
        {world.cameUp(list([...new Set(places)]))}
      </p>
      <dl>
        <div>
          <dt>{world.paper}</dt>
          <dd>{pick(row.readings.paper)}</dd>
        </div>
        <div>
          <dt>{world.other}</dt>
          <dd>{pick(row.readings.other)}</dd>
        </div>
      </dl>
      <p class="kit-meta">
        {labelled(world.source, cited(row.source))} · {world.confidence[row.confidence]}
      </p>
    </article>
  );
}

/** What people meet in this scenario: a card, an event, an agreement, a bloc, an ending; null for numbers and for other scenarios. */
function placeName(scenario: Scenario, place: MechanismPlace): string | null {
  const { orders, templates, course } = words.value;
  switch (place.kind) {
    case 'action':
      return orders.cards[place.id].name;
    case 'event': {
      const event = scenario.events.find(({ id }) => id === place.id);
      return event ? pick(event.title) : null;
    }
    case 'agreement':
      return templates.known[place.id].name;
    case 'stage':
      return course.picture[place.id];
    case 'scenario': {
      const bloc = scenario.opening.blocs.find(({ name }) => name.en === place.id);
      return place.scenario === scenario.id && bloc ? pick(bloc.name) : null;
    }
    case 'bot':
    case 'objective':
    case 'quantity':
    case 'indicator':
    case 'parameter':
      return null;
  }
}
