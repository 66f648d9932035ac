import type { BlocView, View } from '#shared/session/views/tableView.ts';
import { labelled, words } from '../../text/language.ts';
import type { PlayState } from '../playState.ts';
import { blocName, canBargain, seatAt, seatName, seatNames } from '../lookup.ts';
import '../../styles/play-blocs.css';

interface LinkProps {
  readonly view: View;
  readonly ui: PlayState;
  readonly bloc: BlocView;
}

/** A bloc's name as a link to its card. */
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

/** Lets members write or change their bloc's charter, while votes can be called. */
export function CharterLink({ view, ui, bloc }: LinkProps) {
  const { blocs } = words.value;
  if (!canBargain(view) || !seatsIn(view, bloc).includes(view.own?.seat ?? '')) return null;
  const charter = bloc.matters?.charter ?? null;
  const open = (): void => {
    ui.looking.value = null;
    ui.bloc.value = bloc.id;
    ui.opened.value = { ...ui.opened.peek(), [charterFold(bloc)]: true };
    requestAnimationFrame(() => document.getElementById(charterFold(bloc))?.scrollIntoView());
  };
  return (
    <button
      type="button"
      class="btn quiet"
      aria-label={labelled(charter === null ? blocs.writeCharter : blocs.changeCharter, blocName(view, bloc))}
      onClick={open}
    >
      {charter === null ? blocs.writeCharter : blocs.changeCharter}
    </button>
  );
}

/** The name of the list that holds the form for a bloc's charter. */
export function charterFold({ id }: BlocView): string {
  return `charter ${id}`;
}

/** Every bloc of the table with its members, each a link to its card; the own ones first, with the link to their charter. */
export function BlocList({ view, ui }: Omit<LinkProps, 'bloc'>) {
  const { blocs } = words.value;
  const own = view.own?.seat ?? '';
  const isOwn = (bloc: BlocView): boolean => seatsIn(view, bloc).includes(own);
  const listed = view.table.blocs.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
  return (
    <section class="bloc-list">
      <h3>{blocs.title}</h3>
      {view.table.blocs.length === 0 && <p class="panel-note">{blocs.none}</p>}
      <ul>
        {listed.map((bloc) => (
          <li key={bloc.id}>
            <BlocLink view={view} ui={ui} bloc={bloc} />
            <small>{seatNames(view, seatsIn(view, bloc))}</small>
            <CharterLink view={view} ui={ui} bloc={bloc} />
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
