import { useId } from 'preact/hooks';
import { rangeOf } from '#shared/model/numberRanges.ts';
import type { RecordedSource } from '../../../source/recorded.ts';
import { words } from '../../../text/language.ts';
import { withNumber } from './changes.ts';
import { numbersOnPage, type NumberOnPage } from './numbersOnPage.ts';
import type { Inquiry } from './useWhatIf.ts';

interface Props {
  readonly source: RecordedSource;
  readonly inquiry: Inquiry;
}

/** Numbers of the rules that a class may want to turn; the command line knows all of them. */
export function NumberChange({ source, inquiry }: Props) {
  const { numbers: text } = words.value.whatIf;
  const { parameters } = source.tableAt(0).basis.setting;
  const { numbers = {} } = inquiry.change.value;
  return (
    <details class="what-if-more" open={Object.keys(numbers).length > 0}>
      <summary>{text.title}</summary>
      <p class="panel-note">{text.note}</p>
      <ul class="what-if-numbers">
        {numbersOnPage.map((name) => (
          <li key={name}>
            <NumberField
              name={name}
              recorded={parameters[name]}
              now={numbers[name]}
              set={(value) => inquiry.setChange(withNumber(inquiry.change.peek(), name, value))}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface FieldProps {
  readonly name: NumberOnPage;
  readonly recorded: number;
  readonly now: number | undefined;
  readonly set: (value: number | null) => void;
}

function NumberField({ name, recorded, now, set }: FieldProps) {
  const { numbers: text } = words.value.whatIf;
  const id = useId();
  const { from, to } = rangeOf(name);
  const take = (value: number): void => {
    if (!Number.isFinite(value) || value < from || value > to) return;
    set(value === recorded ? null : value);
  };
  return (
    <p class={now === undefined ? 'what-if-field' : 'what-if-field is-changed'}>
      <label for={id}>{text.names[name]}</label>
      <input
        id={id}
        class="input num"
        type="number"
        inputMode="decimal"
        step="any"
        min={from}
        max={to}
        value={now ?? recorded}
        onChange={({ currentTarget }) => take(currentTarget.valueAsNumber)}
      />
      <small>{text.range(from, to, recorded)}</small>
    </p>
  );
}
