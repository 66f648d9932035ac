import type { View } from '#shared/session/tableView.ts';
import { pick, words } from '../text/language.ts';
import { seatName } from './lookup.ts';
import '../styles/play-panels.css';

/** What has befallen the world before this round: title, text, what it changes; or that nothing has. */
export function EventCard({ view }: { readonly view: View }) {
  const { event: speech, stages } = words.value.play;
  const { event } = view.table;
  const card = event && view.card.events.find((candidate) => candidate.id === event.id);
  return (
    <article class={card ? 'event-card' : 'event-card is-quiet'}>
      <p class="eyebrow">{speech.title}</p>
      <h2>{card ? pick(card.title) : speech.quiet}</h2>
      <p class="event-text">{card ? pick(card.text) : speech.quietText}</p>
      {event?.id === 'misattributed-intrusion' && (
        <p class="event-text">{speech.hit(seatName(view, event.victim), seatName(view, event.blamed))}</p>
      )}
      {card && (
        <p class="event-mechanism">
          <b>{speech.mechanism}</b> {pick(card.mechanism)}
        </p>
      )}
      <p class="panel-note">{stages[view.table.stage]}</p>
    </article>
  );
}
