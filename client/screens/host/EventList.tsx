import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { GatheringItem } from '#shared/wire/gatherings.ts';
import { spokenCode } from '../../lib/joinCode.ts';
import { eventApi } from '../../net/eventApi.ts';
import { pathTo } from '../../net/ownAddress.ts';
import { dateAndTime } from '../../text/dateAndTime.ts';
import { pick, words } from '../../text/language.ts';

/** The events of this server, newest first; nothing where there is none. */
export function EventList() {
  const { list } = words.value.manyTables;
  const events = useSignal<readonly GatheringItem[]>([]);
  useEffect(() => {
    void eventApi.all().then((answer) => {
      if (answer.ok) events.value = answer.value;
    });
  }, []);
  if (events.value.length === 0) return null;
  return (
    <section class="session-list event-list">
      <h2>{list.title}</h2>
      <ul>
        {events.value.map((event) => (
          <EventRow key={event.code} event={event} />
        ))}
      </ul>
    </section>
  );
}

function EventRow({ event }: { readonly event: GatheringItem }) {
  const { list } = words.value.manyTables;
  const { code, title, tables, people, open, createdMs } = event;
  const facts = [list.facts(tables, people), ...(open === 0 ? [list.ended] : []), dateAndTime(createdMs)];
  return (
    <li>
      <div role="group" aria-label={`${pick(title)}, ${spokenCode(code)}`}>
        <span class="num code">{spokenCode(code)}</span>
        <span>
          <b>{pick(title)}</b>
          <small class="num">{facts.join(' · ')}</small>
        </span>
        <span class="ways">
          <a class="btn" href={pathTo(`/event/${code}`)}>
            {list.enter}
          </a>
        </span>
      </div>
    </li>
  );
}
