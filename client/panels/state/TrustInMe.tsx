import type { View } from '#shared/session/views/tableView.ts';
import { pick, words } from '../../text/language.ts';
import type { PlayState } from '../playState.ts';
import { ownIndex, trustIn } from '../lookup.ts';
import { NumberRow } from '../world/NumberRow.tsx';

/** How each other state sees mine, in the fixed order of the seats. */
export function TrustInMe({ view, ui }: { readonly view: View; readonly ui: PlayState }) {
  const own = ownIndex(view);
  const ownSeat = view.own?.seat;
  if (ownSeat === undefined) return null;
  return (
    <section>
      <h3>{words.value.play.state.whoTrusts}</h3>
      {view.card.seats.map((seat, index) =>
        index === own ? null : (
          <NumberRow
            key={seat.id}
            view={view}
            ui={ui}
            name={pick(seat.name)}
            value={trustIn(view, index, own) ?? 0}
            subject={{ kind: 'trust', of: seat.id, in: ownSeat }}
          />
        ),
      )}
    </section>
  );
}
