import type { View } from '#shared/session/views/tableView.ts';
import { seatName } from '../../panels/lookup.ts';
import { spokenWords } from '../../panels/talk/talkThreads.ts';
import { words } from '../../text/language.ts';

/** As many as can be read from the last row. */
const SHOWN = 2;

/** The latest public statements of states, the newest first; nothing where none was made. */
export function Communiques({ view }: { readonly view: View }) {
  const { talk } = words.value;
  const latest = view.table.messages
    .filter(({ channel }) => channel.kind === 'communique')
    .slice(-SHOWN)
    .toReversed();
  if (latest.length === 0) return null;
  return (
    <section class="communiques" aria-live="polite">
      <p class="quiet">{talk.channel.communique}</p>
      <ol>
        {latest.map((message) => (
          <li key={message.id}>
            <b>{message.seat === null ? talk.host : seatName(view, message.seat)}</b>
            <span dir="auto">{spokenWords(message)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
