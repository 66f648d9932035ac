import type { BlocId } from '../../model/world.ts';
import type { View } from '../../session/views/tableView.ts';

/** Where a state stood after a round: in a camp or in none, and in which issue groups. Seats by index. */
export interface CampStop {
  readonly round: number;
  readonly seat: number;
  readonly camp: BlocId | null;
  readonly groups: readonly BlocId[];
  /** Its place from the top: camps by their age, then the states in none; a free place stands between two of them. */
  readonly place: number;
}

/** Where every state stood, from the opening on; `views` are the opening and the reveals. */
export function campPaths(views: readonly View[]): readonly CampStop[] {
  const camps = campsIn(views);
  return views.flatMap((view, round) => {
    const stops = view.table.seats.map((_, seat) => ({ round, seat, ...standingOf(view, seat) }));
    const rank = ({ camp }: { readonly camp: BlocId | null }): number =>
      camp === null ? camps.length : camps.indexOf(camp);
    return stops
      .toSorted((a, b) => rank(a) - rank(b) || a.seat - b.seat)
      .map((stop, index): CampStop => ({ ...stop, place: index + rank(stop) }));
  });
}

/** Every camp that there was, the oldest first. */
export function campsIn(views: readonly View[]): readonly BlocId[] {
  const all = views.flatMap(({ table }) => table.blocs.filter(({ kind }) => kind === 'exclusive'));
  return [...new Set(all.map(({ id }) => id))].toSorted((a, b) => a - b);
}

function standingOf({ table: { blocs } }: View, seat: number): Pick<CampStop, 'camp' | 'groups'> {
  const own = blocs.filter(({ members }) => members.includes(seat));
  return {
    camp: own.find(({ kind }) => kind === 'exclusive')?.id ?? null,
    groups: own.filter(({ kind }) => kind === 'functional').map(({ id }) => id),
  };
}
