import type { View } from '#shared/session/views/tableView.ts';
import { roundsText } from '../../panels/roundsText.ts';
import type { RecordedSource } from '../../source/recorded.ts';
import { words } from '../../text/language.ts';
import { Eyes } from './Eyes.tsx';
import { lineSentence } from './lineSentence.ts';

interface Props {
  readonly view: View;
  readonly source: RecordedSource;
}

/** Where the record stands and what its line says happened, and with whose eyes it is seen. */
export function LineNow({ view, source }: Props) {
  const position = source.position.value;
  return (
    <div class="line-now">
      <p>
        <b>{phaseLine(view)}</b>{' '}
        <span>{lineSentence(view, source.lines[position - 1], view.viewer.kind === 'host')}</span>
      </p>
      <Eyes view={view} source={source} />
    </div>
  );
}

/** Round and phase, in the reader's language. */
export function phaseLine(view: View): string {
  const { phases } = words.value.play;
  const { phase, round } = view.table;
  if (phase === 'lobby' || phase === 'ended') return phases[phase].name;
  return words.value.host.room.round(round, roundsText(view.card), phases[phase].name);
}
