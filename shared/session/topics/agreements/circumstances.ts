import {
  type BlocId,
  type SeatId,
  type World,
  type WorldEffect,
  WRITTEN_EVENT,
} from '../../../model/world.ts';
import type { SessionState } from '../../vocabulary/state.ts';
import { eventsOfRound } from '../../vocabulary/roundEvents.ts';

/** What clauses are judged by besides the orders: the world at the start of the round. */
export interface Circumstances {
  /** The functional groups and their members. */
  readonly groups: readonly { readonly id: BlocId; readonly members: readonly SeatId[] }[];
  /** Whether an incident happened in the round. */
  readonly hasIncident: boolean;
}

/** Events that look like an attack before anybody knows better: incidents. */
const incidents: ReadonlySet<string> = new Set([
  'ransomware-wave',
  'misattributed-intrusion',
  'cable-cut',
  'route-leak',
]);

/** The parts of a world event that tell whether it is an incident; `effects` matter for written events only. */
interface Happening {
  readonly id: string;
  readonly effects?: readonly WorldEffect[];
}

interface Bloc {
  readonly id: BlocId;
  readonly kind: 'functional' | 'exclusive';
  /** Seat indices. */
  readonly members: readonly number[];
}

/** The circumstances that follow from blocs and the events of a round; `seats` in the order of the table. */
export function circumstancesOf(
  blocs: readonly Bloc[],
  seats: readonly { readonly id: SeatId }[],
  events: readonly Happening[],
): Circumstances {
  const groups = blocs.flatMap(({ id, kind, members }) =>
    kind === 'functional' ? [{ id, members: members.map((member) => seats[member]?.id ?? '') }] : [],
  );
  return { groups, hasIncident: events.some(isIncident) };
}

/** A written event is an incident if it raises shock. */
function isIncident({ id, effects = [] }: Happening): boolean {
  if (id !== WRITTEN_EVENT) return incidents.has(id);
  return effects.some(
    (effect) => (effect.kind === 'shock' || effect.kind === 'shockVictim') && effect.amount > 0,
  );
}

/** The circumstances of the round that is being played. */
export function circumstancesNow(state: SessionState): Circumstances {
  return circumstancesOf(
    state.world.blocs,
    state.seats,
    eventsOfRound(state).map(({ event }) => event),
  );
}

/** The circumstances at the start of a resolved round. */
export function circumstancesThen(
  seats: SessionState['seats'],
  before: World,
  events: readonly Happening[],
): Circumstances {
  return circumstancesOf(before.blocs, seats, events);
}
