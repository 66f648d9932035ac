import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import { points } from '../../text/number.ts';
import type { PlayState } from '../playState.ts';
import { seatView } from '../lookup.ts';

/** The others' trust in the own state, as a link to the list by state. */
export function SeenRow({ view, ui }: { readonly view: View; readonly ui: PlayState }) {
  const { gauges } = words.value.play;
  const own = view.own ? seatView(view, view.own.seat) : null;
  if (!own) return null;
  return (
    <button
      type="button"
      class="gauge seen-row"
      onClick={() => {
        ui.looking.value = own.id;
      }}
    >
      <span class="gauge-name">{gauges.seen}</span>
      <span class="meter" aria-hidden="true">
        <i style={{ width: `${own.trusted / 10}%` }} />
      </span>
      <b class="num">{points(own.trusted)}</b>
      <span class="change" />
    </button>
  );
}
