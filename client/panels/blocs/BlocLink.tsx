import type { BlocView, View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import type { PlayState } from '../playState.ts';
import { blocName, seatAt, seatName, seatNames } from '../lookup.ts';
import '../../styles/play-blocs.css';

interface LinkProps {
  readonly view: View;
  readonly ui: PlayState;
  readonly bloc: BlocView;
}

/** A bloc's name, as the way to its card. */
export function BlocLink({ view, ui, bloc }: LinkProps) {
  const open = (): void => {
    ui.looking.value = null;
    ui.bloc.value = bloc.id;
  };
  return (
    <button type="button" class="bloc-link" title={seatNames(view, seatsIn(view, bloc))} onClick={open}>
      {blocName(view, bloc)}
    </button>
  );
}

/** Every bloc of the table with its members, each a way to its card. */
export function BlocList({ view, ui }: Omit<LinkProps, 'bloc'>) {
  const { blocs } = words.value;
  return (
    <section class="bloc-list">
      <h3>{blocs.title}</h3>
      {view.table.blocs.length === 0 && <p class="panel-note">{blocs.none}</p>}
      <ul>
        {view.table.blocs.map((bloc) => (
          <li key={bloc.id}>
            <BlocLink view={view} ui={ui} bloc={bloc} />
            <small>{seatNames(view, seatsIn(view, bloc))}</small>
            {openTo(view, bloc) > 0 && <b>{blocs.waits(openTo(view, bloc))}</b>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The seats of a bloc. */
export function seatsIn(view: View, bloc: BlocView): readonly string[] {
  return bloc.members.map((index) => seatAt(view, index));
}

/** How many questions of a bloc wait for the own state's vote. */
function openTo(view: View, bloc: BlocView): number {
  const own = view.own?.seat ?? '';
  if (!seatsIn(view, bloc).includes(own)) return 0;
  return (bloc.matters?.ballots ?? []).filter(({ yes, seat }) => !yes.includes(own) && seat !== own).length;
}

/** The states that are not in a bloc, with their names. */
export function outsiders(
  view: View,
  bloc: BlocView,
): readonly { readonly id: string; readonly name: string }[] {
  const inside = seatsIn(view, bloc);
  return view.card.seats
    .filter(({ id }) => !inside.includes(id))
    .map(({ id }) => ({ id, name: seatName(view, id) }));
}
