import type { BlocId, SeatId, World, WorldEvent, WorldEventId } from '../../model/world.ts';
import type { SessionState } from '../state.ts';

/** What of the world clauses are judged by, besides the orders of the round: its start. */
export interface Circumstances {
  /** The functional groups and who is in them. */
  readonly groups: readonly { readonly id: BlocId; readonly members: readonly SeatId[] }[];
  /** Whether the round opened with an incident. */
  readonly hasIncident: boolean;
}

/** What can be taken for an attack before anybody knows: an incident. */
const incidents: ReadonlySet<WorldEventId> = new Set([
  'ransomware-wave',
  'misattributed-intrusion',
  'cable-cut',
]);

interface Bloc {
  readonly id: BlocId;
  readonly kind: 'functional' | 'exclusive';
  /** Seat indices. */
  readonly members: readonly number[];
}

/** The circumstances that blocs and the event of a round make; `seats` in their order. */
export function circumstancesOf(
  blocs: readonly Bloc[],
  seats: readonly { readonly id: SeatId }[],
  event: WorldEvent | null,
): Circumstances {
  const groups = blocs.flatMap(({ id, kind, members }) =>
    kind === 'functional' ? [{ id, members: members.map((member) => seats[member]?.id ?? '') }] : [],
  );
  return { groups, hasIncident: event !== null && incidents.has(event.id) };
}

/** The circumstances of the round that is being played. */
export function circumstancesNow({ world, seats, event }: SessionState): Circumstances {
  return circumstancesOf(world.blocs, seats, event);
}

/** The circumstances at the start of a resolved round. */
export function circumstancesThen(
  seats: SessionState['seats'],
  before: World,
  event: WorldEvent | null,
): Circumstances {
  return circumstancesOf(before.blocs, seats, event);
}
