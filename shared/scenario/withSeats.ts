import { restingCompetitionFor } from '../model/parameters.ts';
import type { Scenario } from './schema.ts';

/** The fewest and the most states that a scenario can be played with. */
export function seatCountsOf({ seats, leaveOut = [] }: Scenario): {
  readonly fewest: number;
  readonly most: number;
} {
  return { fewest: seats.length - leaveOut.length, most: seats.length };
}

/**
 * The scenario with fewer states at the table; those it names for it are left out in its order. Null where it does not go
 * down to so few, or up to so many. What concerns a state that is absent goes with it: its place in blocs, restrictions of it and by it.
 * Rivalry moves by as much as the rules' own tables of the two sizes differ, and what was measured with all states is
 * measured again. [decision 0045]
 */
export function withSeats(scenario: Scenario, count: number): Scenario | null {
  const { fewest, most } = seatCountsOf(scenario);
  if (!Number.isInteger(count) || count < fewest || count > most) return null;
  if (count === most) return scenario;
  const { leaveOut = [], opening, ...rest } = scenario;
  const gone = leaveOut.slice(0, most - count);
  const isHere = (id: string): boolean => !gone.includes(id);
  const shift = restingCompetitionFor(count) - restingCompetitionFor(most);
  return {
    ...rest,
    seats: scenario.seats.filter(({ id }) => isHere(id)),
    leaveOut: leaveOut.slice(most - count),
    opening: {
      ...opening,
      blocs: opening.blocs
        .map((bloc) => ({ ...bloc, members: bloc.members.filter(isHere) }))
        .filter(({ members }, index) => members.length > 0 || opening.blocs[index]?.members.length === 0),
      restrictions: opening.restrictions.filter(({ from, to }) => isHere(from) && isHere(to)),
      competition: Math.min(1, Math.max(0, Math.round((opening.competition + shift) * 100) / 100)),
    },
    plans: scenario.plans.map(({ usual: _measured, ...plan }) => ({ ...plan, pars: null })),
  };
}
