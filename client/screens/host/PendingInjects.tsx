import type { PendingInject } from '#shared/session/views/questions.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { eventWords } from '../../panels/events/eventWords.ts';
import { useLookedUp } from '../../panels/useLookedUp.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';

interface Props {
  readonly view: View;
  readonly source: ViewSource;
  /** Changes whenever the host has done something with events. */
  readonly turn: number;
  readonly takeBack: (number: number) => void;
}

/** Events that the host has brought in and that have no effect yet, with the button to withdraw them. */
export function PendingInjects({ view, source, turn, takeBack }: Props) {
  const { tray } = words.value.events;
  const pending = usePending(view, source, turn);
  if (pending.length === 0) return null;
  return (
    <div class="pending">
      <h3>{tray.pending}</h3>
      <ul>
        {pending.map(({ number, round, event }) => {
          const { title } = eventWords(view, event);
          return (
            <li key={number}>
              <b>{title}</b>
              <span class="num">{tray.pendingIn(round)}</span>
              <button
                type="button"
                class="btn"
                aria-label={tray.takeBackOf(title)}
                onClick={() => takeBack(number)}
              >
                {tray.takeBack}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Asks again whenever the host or the table has changed something. */
function usePending(view: View, source: ViewSource, turn: number): readonly PendingInject[] {
  const { phase, round, events } = view.table;
  const moved = [turn, phase, round, events.length].join(' ');
  return useLookedUp<'injects'>(source, { ask: 'injects' }, moved) ?? [];
}
