import type { View } from '#shared/session/views/tableView.ts';
import type { RecordedSource } from '../../source/recorded.ts';
import { pick, words } from '../../text/language.ts';

interface Props {
  readonly view: View;
  readonly source: RecordedSource;
}

/** With whose eyes the record is seen. */
export function Eyes({ view, source }: Props) {
  const { eyes } = words.value.replay;
  const { viewer } = view;
  const chosen =
    viewer.kind === 'host'
      ? 'everything'
      : 'seat' in viewer && viewer.seat !== null
        ? `seat:${viewer.seat}`
        : 'observer';
  const choose = (value: string): void => {
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
    </div>
  );
}
