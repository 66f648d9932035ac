import { at } from '../../shared/lib/at.ts';
import { MICRO, toMicro } from '../../shared/model/micro.ts';
import type { ListedBloc, ListedSeat, Opening } from '../../shared/model/opening.ts';
import type { Field, World } from '../../shared/model/world.ts';
import { meanOf } from './statistics.ts';

/** A change to the start of a game. */
export type Reopening = (opening: Opening) => Opening;

/** The first share of the seats by position: the seats that an experiment puts into a bloc. */
export function leaningSeats(seats: readonly ListedSeat[], share: number): readonly number[] {
  const order = seats.map((_, seat) => seat);
  order.sort((a, b) => at(seats, b).position - at(seats, a).position || a - b);
  return order.slice(0, Math.round(share * seats.length));
}

/** No bloc of any kind. */
export const withoutBlocs: Reopening = (opening) => ({ ...opening, blocs: [] });

/** One camp of a share of the seats and nothing else. */
export function oneCamp(share: number, depth: number): Reopening {
  return (opening) =>
    withBlocs(opening, [{ kind: 'exclusive', side: 1, depth, members: members(opening, share) }]);
}

/** One functional group of a share of the seats and nothing else. */
export function oneGroup(share: number): Reopening {
  return (opening) =>
    withBlocs(opening, [{ kind: 'functional', field: 0, side: 1, members: members(opening, share) }]);
}

/** All seats in two functional groups of one field. */
export function twoGroups(coordinated: boolean): Reopening {
  return (opening) => {
    const group = (side: 1 | -1): ListedBloc => ({
      kind: 'functional',
      field: 0,
      side,
      coordinated,
      members: idsOf(opening, ({ position }) => position >= 0.1 === (side === 1)),
    });
    return withBlocs(opening, [group(1), group(-1)]);
  };
}

/** Two camps of depth .6, of the seats above and below two positions; those between stay outside. */
export function twoCamps(above: number, below: number): Reopening {
  return (opening) =>
    withBlocs(opening, [
      { kind: 'exclusive', side: 1, depth: 0.6, members: idsOf(opening, ({ position }) => position > above) },
      {
        kind: 'exclusive',
        side: -1,
        depth: 0.6,
        members: idsOf(opening, ({ position }) => position < below),
      },
    ]);
}

/** Divides the seats among this many treaties with no member in common. */
export function parallelTreaties(count: number): Reopening {
  return (opening) =>
    withBlocs(
      opening,
      Array.from({ length: count }, (_, treaty) => ({
        kind: 'functional',
        field: fieldOf(treaty),
        side: treaty === 3 ? -1 : 1,
        members: opening.seats.filter((__, seat) => seat % count === treaty).map(({ id }) => id),
      })),
    );
}

/** No blocs, no restrictions, the same measures for all. */
export const blank: Reopening = ({ seats }) => ({
  seats: seats.map((seat) => ({ ...seat, defence: 0.25, localization: 0.05, force: 0.1 })),
  blocs: [],
  restrictions: [],
});

/** Walls and force of all seats higher from the start. */
export function securitized(more: number): Reopening {
  return (opening) => ({
    ...opening,
    seats: opening.seats.map((seat) => ({
      ...seat,
      localization: Math.min(0.9, seat.localization + more),
      force: Math.min(0.9, seat.force + more),
    })),
  });
}

/** All camps deeper from the start. */
export function deeperCamps(more: number): Reopening {
  return (opening) => ({
    ...opening,
    blocs: opening.blocs.map((bloc) =>
      bloc.kind === 'exclusive' ? { ...bloc, depth: Math.min(1, (bloc.depth ?? 0) + more) } : bloc,
    ),
  });
}

/** Stretches or shrinks the gaps of development about the same mean. */
export function capabilityGap(factor: number): Reopening {
  return (opening) => {
    const mean = meanOf(opening.seats.map(({ development }) => development));
    const stretched = (value: number) => Math.max(0.02, Math.min(1, mean + (value - mean) * factor));
    return {
      ...opening,
      seats: opening.seats.map((seat) => ({ ...seat, development: stretched(seat.development) })),
    };
  };
}

/** Several changes, one after another. */
export function together(...changes: readonly Reopening[]): Reopening {
  return (opening) => changes.reduce((changed, change) => change(changed), opening);
}

/** Sets one of the dials, in units. */
export function dialAt(name: 'regime' | 'competition', value: number): (world: World) => World {
  return (world) => ({ ...world, [name]: toMicro(value) });
}

/** Sets all trust to one level, in units. */
export function trustAt(value: number): Reopening {
  return (opening) => ({ ...opening, trust: opening.seats.map(() => opening.seats.map(() => value)) });
}

/** Rewrites a matrix of pairs, except the diagonal; values in units. */
export function rewritten(
  world: World,
  quantity: 'restriction' | 'barrier',
  valueOf: (value: number, i: number, j: number) => number,
): World {
  const n = world.development.length;
  const values = world[quantity].map((value, pair) => {
    const i = Math.floor(pair / n);
    const j = pair % n;
    return i === j ? value : toMicro(valueOf(value / MICRO, i, j));
  });
  return { ...world, [quantity]: values };
}

function withBlocs(opening: Opening, blocs: readonly ListedBloc[]): Opening {
  return { ...opening, blocs: blocs.filter(({ members: seats }) => seats.length > 0) };
}

function members({ seats }: Opening, share: number): readonly string[] {
  return leaningSeats(seats, share).map((seat) => at(seats, seat).id);
}

function idsOf({ seats }: Opening, belongs: (seat: ListedSeat) => boolean): readonly string[] {
  return seats.filter(belongs).map(({ id }) => id);
}

function fieldOf(treaty: number): Field {
  const fields: readonly Field[] = [0, 1, 2];
  return at(fields, treaty % 3);
}
