import type { Signal } from '@preact/signals';
import type { View } from '#shared/session/views/tableView.ts';
import type { RecordedSource } from '../../source/recorded.ts';
import { pick, words } from '../../text/language.ts';

interface Props {
  readonly view: View;
  readonly source: RecordedSource;
  readonly everything: Signal<boolean>;
  readonly hidesAhead: Signal<boolean>;
}

/** With whose eyes the record is seen, and whether the line ahead is hidden. */
export function Eyes({ view, source, everything, hidesAhead }: Props) {
  const { eyes, spoiler } = words.value.replay;
  const { viewer } = view;
  const chosen = everything.value
    ? 'everything'
    : 'seat' in viewer && viewer.seat !== null
      ? `seat:${viewer.seat}`
      : 'observer';
  const choose = (value: string): void => {
    everything.value = value === 'everything';
    source.viewer.value = value.startsWith('seat:')
      ? { kind: 'participantAfterEnd', seat: value.slice('seat:'.length) }
      : { kind: value === 'everything' ? 'host' : 'observer' };
  };
  return (
    <div class="eyes no-print">
      <label for="eyes">{eyes.label}</label>
      <select id="eyes" class="input" value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="observer">{eyes.observer}</option>
        <option value="everything">{eyes.everything}</option>
        {view.card.seats.map((seat) => (
          <option key={seat.id} value={`seat:${seat.id}`}>
            {eyes.as(pick(seat.name))}
          </option>
        ))}
      </select>
      <label class="tick">
        <input
          type="checkbox"
          checked={hidesAhead.value}
          onChange={(event) => {
            hidesAhead.value = event.currentTarget.checked;
          }}
        />
        <span>{spoiler}</span>
      </label>
    </div>
  );
}
