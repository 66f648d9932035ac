import { useId } from 'preact/hooks';
import { eventWords } from '../../../panels/events/eventWords.ts';
import type { RecordedSource } from '../../../source/recorded.ts';
import { list, pick, words } from '../../../text/language.ts';
import { withEvent } from './changes.ts';
import type { Inquiry } from './useWhatIf.ts';

interface Props {
  readonly source: RecordedSource;
  readonly inquiry: Inquiry;
}

/** The options of the choice that are no event; no event of a deck is called so. */
const [RECORDED, NONE] = ['=recorded', '=none'];

/** What happens in the round: what happened, nothing, or an event of the deck. */
export function EventChange({ source, inquiry }: Props) {
  const { events: text } = words.value.whatIf;
  const id = useId();
  const { round, event } = inquiry.change.value;
  const resolved = source.viewAt(source.breaks[round] ?? 0);
  const happened = resolved.table.events.map((one) => eventWords(resolved, one).title);
  const choose = (value: string): void => {
    const wanted = value === RECORDED ? undefined : value === NONE ? null : value;
    inquiry.setChange(withEvent(inquiry.change.peek(), wanted));
  };
  return (
    <details class="what-if-more" open={event !== undefined}>
      <summary>{text.title(round)}</summary>
      <p class="what-if-field">
        <label for={id}>{text.label}</label>
        <select
          id={id}
          class="input"
          value={event === undefined ? RECORDED : (event ?? NONE)}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          <option value={RECORDED}>
            {happened.length === 0 ? text.recordedNone : text.recorded(list(happened))}
          </option>
          <option value={NONE}>{text.none}</option>
          {resolved.card.events.map((one) => (
            <option key={one.id} value={one.id}>
              {pick(one.title)}
            </option>
          ))}
        </select>
      </p>
      <p class="panel-note">{text.note}</p>
    </details>
  );
}
