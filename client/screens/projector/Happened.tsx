import type { EventView } from '#shared/session/views/eventView.ts';
import type { MessageView, View } from '#shared/session/views/tableView.ts';
import { eventWords } from '../../panels/events/eventWords.ts';
import { seatName } from '../../panels/lookup.ts';
import { spokenWords } from '../../panels/talk/talkThreads.ts';
import { words } from '../../text/language.ts';

/** Public messages of this round, the newest first: communiqués of states and announcements of the host. */
export function saidNow({ table }: View): readonly MessageView[] {
  return table.messages
    .filter(({ channel, round }) => channel.kind !== 'plenary' && round === table.round)
    .toReversed();
}

/** A round's news: public messages, then the events of the world, each in full. */
export function Happened({ view }: { readonly view: View }) {
  return (
    <>
      {saidNow(view).map((message) => (
        <Said key={message.id} view={view} message={message} />
      ))}
      {view.table.events.map((event, index) => (
        <Event key={index} view={view} event={event} />
      ))}
      {view.table.events.length === 0 && <Quiet />}
    </>
  );
}

/** The host's messages since the round was revealed. */
export function Announced({ view }: { readonly view: View }) {
  return (
    <>
      {saidNow(view)
        .filter(({ seat, phase }) => seat === null && (phase === 'reveal' || phase === 'review'))
        .map((message) => (
          <Said key={message.id} view={view} message={message} />
        ))}
    </>
  );
}

function Said({ view, message }: { readonly view: View; readonly message: MessageView }) {
  const { projector } = words.value;
  const isHosts = message.seat === null;
  return (
    <article class={isHosts ? 'told is-host' : 'told is-said'}>
      <p class="told-by">
        {message.seat === null ? projector.announced : projector.saidToAll(seatName(view, message.seat))}
      </p>
      <p class="told-words" dir="auto">
        {spokenWords(view, message)}
      </p>
    </article>
  );
}

function Event({ view, event }: { readonly view: View; readonly event: EventView }) {
  const { play, events } = words.value;
  const { title, text, whom, mechanism, byHost } = eventWords(view, event);
  return (
    <article class="told is-event">
      <p class="told-by">{byHost ? events.byHost : play.event.title}</p>
      <h2>{title}</h2>
      {text !== null && <p>{text}</p>}
      {whom !== null && <p>{whom}</p>}
      {mechanism !== null && (
        // It may be on the next page, so it names its event again.
        <p class="told-changes">
          <b>{title}</b> {mechanism}
        </p>
      )}
    </article>
  );
}

function Quiet() {
  const { event } = words.value.play;
  return (
    <article class="told">
      <p class="told-by">{event.title}</p>
      <h2>{event.quiet}</h2>
      <p>{event.quietText}</p>
    </article>
  );
}
