import type { MapArc, MapBloc, MapLink, MapNode, MapPicture } from '../../map/mapPicture.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { Language, Messages } from '../../text/language.ts';
import { wholePoints } from '../../text/number.ts';
import type { ColouredFamily } from '../lookup.ts';
import { pairPlace } from '../lookup.ts';
import { tiesOf } from './ties.ts';

/** What a screen adds to a view for the map: chosen targets, dimmed states, current arcs, the reader's language. */
export interface PictureWishes {
  readonly chosen: { readonly seats: readonly string[]; readonly family: ColouredFamily } | null;
  readonly dimmed: readonly string[];
  readonly arcs: readonly MapArc[];
  /** Whether agreements in force are drawn. */
  readonly withTies: boolean;
  readonly language: Language;
  /** The words of that language that describe nodes. */
  readonly speech: Messages['play']['map'];
}

const unit = (tenths: number | undefined): number => (tenths ?? 0) / 1000;

/** The map's picture of a view: a pure translation into plain numbers 0..1 and names. */
export function pictureOf(view: View, wishes: PictureWishes): MapPicture {
  return {
    nodes: view.card.seats.map((_, index) => nodeOf(view, index, wishes)),
    links: linksOf(view),
    blocs: blocsOf(view, wishes.language),
    arcs: wishes.arcs,
    ties: wishes.withTies ? tiesOf(view) : [],
    fog: Math.min(1, Math.max(0, 1 - unit(view.table.trail.efficiency.at(-1)))),
    dimmed: wishes.dimmed,
  };
}

function nodeOf(view: View, index: number, wishes: PictureWishes): MapNode {
  const card = view.card.seats[index];
  const seat = view.table.seats[index];
  const own = view.own?.seat === card?.id;
  const chosen = wishes.chosen?.seats.includes(card?.id ?? '') ? wishes.chosen.family : null;
  const { speech } = wishes;
  const name = card?.name[wishes.language] ?? '';
  const sentence = speech.node(
    name,
    card?.role[wishes.language] ?? '',
    wholePoints(seat?.trusted ?? 0),
    wholePoints(seat?.threat ?? 0),
  );
  const notes = [sentence, own ? speech.nodeOwn : '', seat?.sealed ? speech.nodeSealed : ''].filter(Boolean);
  return {
    seat: card?.id ?? '',
    name,
    description: notes.join(wishes.language === 'zh' ? '；' : '; '),
    x: card?.place.x ?? 0,
    y: card?.place.y ?? 0,
    weight: card?.weight ?? 1,
    trusted: unit(seat?.trusted),
    threat: unit(seat?.threat),
    own,
    sealed: (seat?.sealed ?? false) && view.table.phase === 'decision',
    chosen,
  };
}

function linksOf(view: View): readonly MapLink[] {
  const { seats } = view.card;
  const { table } = view;
  const n = seats.length;
  return seats.flatMap((a, i) =>
    seats.slice(i + 1).map((b, offset) => {
      const j = i + 1 + offset;
      const place = pairPlace(n, i, j);
      const restricted = Math.max(table.restriction[i * n + j] ?? 0, table.restriction[j * n + i] ?? 0);
      return {
        a: a.id,
        b: b.id,
        strength: unit(table.link[place]),
        technical: unit(table.technical[place]),
        political: unit(table.political[place]),
        commercial: unit(table.commercial[place]),
        restricted: unit(restricted),
      };
    }),
  );
}

function blocsOf(view: View, language: Language): readonly MapBloc[] {
  const order = { exclusive: 0, functional: 0 };
  return view.table.blocs
    .filter((bloc) => !bloc.dormant && bloc.members.length > 0)
    .map((bloc) => ({
      id: bloc.id,
      kind: bloc.kind,
      order: order[bloc.kind]++,
      depth: unit(bloc.depth),
      members: bloc.members.map((member) => view.card.seats[member]?.id ?? ''),
      name:
        bloc.matters?.charter?.name ??
        view.card.blocNames[bloc.id - 1]?.[language] ??
        (bloc.kind === 'exclusive'
          ? view.card.campNames[bloc.side === 1 ? 0 : 1][language]
          : (view.card.fields[bloc.field ?? 0]?.[language] ?? '')),
    }));
}
