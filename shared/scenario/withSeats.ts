import type { Scenario } from './schema.ts';

/** The fewest and the most states with which a scenario can be played. */
export function seatCountsOf({ seats, leaveOut = [] }: Scenario): {
  readonly fewest: number;
  readonly most: number;
} {
  return { fewest: seats.length - leaveOut.length, most: seats.length };
}

/**
 * The scenario with fewer states: those it names are left out in order. Null if it does not allow so few, or so many. Everything
 * about an absent state goes too: its place in blocs, restrictions by it and of it. The rest of the opening stays as it was written,
 * and what was measured with all states is measured again. [decisions 0045, 0073]
 */
export function withSeats(scenario: Scenario, count: number): Scenario | null {
  const { fewest, most } = seatCountsOf(scenario);
  if (!Number.isInteger(count) || count < fewest || count > most) return null;
  if (count === most) return scenario;
  const { leaveOut = [], opening, ...rest } = scenario;
  const gone = leaveOut.slice(0, most - count);
  const isHere = (id: string): boolean => !gone.includes(id);
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
    },
    plans: scenario.plans.map(({ usual: _measured, ...plan }) => ({ ...plan, pars: null })),
  };
}
