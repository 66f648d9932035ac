import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { MAX_HELP_LINE } from '#shared/session/topics/hands.ts';
import type { HandRaised } from '#shared/session/views/questions.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { announce } from '../../components/Announcer.tsx';
import { seatName } from '../../panels/lookup.ts';
import { useLookedUp } from '../../panels/useLookedUp.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import type { Give } from './give.ts';

/** A second hand of the same state does not show on the table, so the inbox asks again at intervals. */
const LOOK_EVERY_MS = 4000;

interface Props {
  readonly view: View;
  readonly hands: readonly HandRaised[];
  readonly give: Give;
}

/** The raised hands, oldest first, with their words and a button to mark them as done. */
export function HandRows({ view, hands, give }: Props) {
  const { room } = words.value.host;
  if (hands.length === 0) return null;
  return (
    <>
      <h3>{room.hands(hands.length)}</h3>
      <ul>
        {hands.map((hand) => (
          <HandRow key={hand.delegate} view={view} hand={hand} give={give} />
        ))}
      </ul>
    </>
  );
}

interface RowProps extends Pick<Props, 'view' | 'give'> {
  readonly hand: HandRaised;
}

/** One raised hand: a written answer goes to that person alone; without words it says that the host came over. */
function HandRow({ view, hand, give }: RowProps) {
  const { room } = words.value.host;
  const typed = useSignal('');
  const name = personName(view, hand);
  const text = typed.value.trim();
  return (
    <li>
      <b>
        {seatName(view, hand.seat)} · {name}
      </b>
      <span>{hand.text ?? room.handSilent}</span>
      <form
        class="hand-answer"
        onSubmit={(event) => {
          event.preventDefault();
          give({ type: 'answerHand', delegate: hand.delegate }, text === '' ? undefined : text);
        }}
      >
        <input
          class="input"
          value={typed.value}
          maxLength={MAX_HELP_LINE}
          aria-label={room.answerTo(name)}
          placeholder={room.answerTo(name)}
          autocomplete="off"
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
        <button type="submit" class="btn" aria-label={text === '' ? room.answeredOf(name) : undefined}>
          {text === '' ? room.answered : room.sendAnswer}
        </button>
      </form>
    </li>
  );
}

/** The raised hands with their words; asks again while there are any, and announces new ones. */
export function useHands(view: View, source: ViewSource): readonly HandRaised[] {
  const raised = view.table.seats.filter((seat) => seat.handRaised).map((seat) => seat.id);
  const key = raised.join(' ');
  useEffect(() => {
    if (raised.length > 0) announce(words.value.host.room.hands(raised.length));
  }, [key]);
  return useLookedUp<'hands'>(source, key === '' ? null : { ask: 'hands' }, key, LOOK_EVERY_MS) ?? [];
}

function personName(view: View, hand: HandRaised): string {
  const seat = view.table.seats.find(({ id }) => id === hand.seat);
  return seat?.delegates.find(({ id }) => id === hand.delegate)?.name ?? words.value.host.room.unnamed;
}
