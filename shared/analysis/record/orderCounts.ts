import { type Family, families, familyOf } from '../../model/actions.ts';
import type { View } from '../../session/views/tableView.ts';

/** How many orders of a family a round had, given by people or by bots. */
export interface OrderCount {
  readonly round: number;
  readonly family: Family;
  readonly by: 'people' | 'bots';
  readonly count: number;
}

/** The orders of each resolved round by family and by who gave them; `rounds` are the views at the reveals. Zeros are left out. */
export function orderCounts(rounds: readonly View[]): readonly OrderCount[] {
  return rounds.flatMap(({ table: { reveal, seats } }) => {
    if (reveal === null) return [];
    return families.flatMap((family) =>
      (['people', 'bots'] as const).flatMap((by): readonly OrderCount[] => {
        const count = reveal.orders.filter(
          ({ action }, index) =>
            familyOf[action] === family && (seats[index]?.bot === null ? by === 'people' : by === 'bots'),
        ).length;
        return count === 0 ? [] : [{ round: reveal.round, family, by, count }];
      }),
    );
  });
}
