import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import type { PlayState } from '../playState.ts';

/** Of which round the talk of a record is shown. */
export function RoundChoice({ view, ui }: { readonly view: View; readonly ui: PlayState }) {
  const { talk, why } = words.value;
  const rounds = Array.from({ length: view.table.round }, (_, index) => index + 1);
  const chosen = ui.talkRound.value;
  return (
    <label class="talk-rounds">
      <span>{talk.round}</span>
      <select
        value={chosen === null ? '' : String(chosen)}
        onChange={(event) => {
          const { value } = event.currentTarget;
          ui.talkRound.value = value === '' ? null : Number(value);
        }}
      >
        <option value="">{talk.allRounds}</option>
        {rounds.map((round) => (
          <option key={round} value={String(round)}>
            {why.roundChip(round)}
          </option>
        ))}
      </select>
    </label>
  );
}
