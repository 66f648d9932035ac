import type { EventView } from '#shared/session/views/eventView.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { cited } from './cited.ts';
import { words } from '../../text/language.ts';
import { eventWords } from './eventWords.ts';
import '../../styles/play-panels.css';

/** The events of this round: title, text, effects, source; or that there are none. */
export function EventCard({ view }: { readonly view: View }) {
  const { events } = view.table;
  if (events.length === 0) return <QuietCard view={view} />;
  return (
    <>
      {events.map((event, index) => (
        <OneEvent key={event.number ?? 0} view={view} event={event} isLast={index === events.length - 1} />
      ))}
    </>
  );
}

interface OneProps {
  readonly view: View;
  readonly event: EventView;
  readonly isLast: boolean;
}

function OneEvent({ view, event, isLast }: OneProps) {
  const { play, events } = words.value;
  const { title, text, whom, mechanism, source, byHost } = eventWords(view, event);
  return (
    <article class="event-card">
      <p class="eyebrow">{byHost ? events.byHost : play.event.title}</p>
      <h2>{title}</h2>
      {text !== null && <p class="event-text">{text}</p>}
      {whom !== null && <p class="event-text">{whom}</p>}
      {mechanism !== null && (
        <p class="event-mechanism">
          <b>{play.event.mechanism}</b> {mechanism}
        </p>
      )}
      {source !== null && <p class="panel-note">{events.source(cited(source))}</p>}
      {isLast && <p class="panel-note">{play.stages[view.table.stage]}</p>}
    </article>
  );
}

function QuietCard({ view }: { readonly view: View }) {
  const { event, stages } = words.value.play;
  return (
    <article class="event-card is-quiet">
      <p class="eyebrow">{event.title}</p>
      <h2>{event.quiet}</h2>
      <p class="event-text">{event.quietText}</p>
      <p class="panel-note">{stages[view.table.stage]}</p>
    </article>
  );
}
