import type { View } from '../../session/views/tableView.ts';
import type { Tenths } from '../../session/views/tenths.ts';

/** What one state holds for another, and how much that has changed since the opening. Seats by index. */
export interface TrustCell {
  readonly holder: number;
  readonly about: number;
  readonly value: Tenths;
  readonly change: Tenths;
}

/** The trust of every state in every other; empty for eyes that may not see everybody's. */
export function trustCells(now: View, opening: View): readonly TrustCell[] {
  const n = now.table.seats.length;
  const [trust, before] = [now.table.trust, opening.table.trust];
  return trust.flatMap((value, cell): readonly TrustCell[] => {
    const [holder, about] = [Math.floor(cell / n), cell % n];
    if (holder === about) return [];
    return [{ holder, about, value, change: value - (before[cell] ?? value) }];
  });
}

/** The ends of the list: strongest and weakest trust, and the largest gains and losses, none where nothing changed. */
export interface TrustEnds {
  readonly strongest: TrustCell;
  readonly weakest: TrustCell;
  readonly gains: readonly TrustCell[];
  readonly losses: readonly TrustCell[];
}

/** Who trusts most and least, and where trust moved most, at most `most` pairs each way. Null without any cell. */
export function trustEnds(cells: readonly TrustCell[], most: number): TrustEnds | null {
  const byValue = cells.toSorted((a, b) => b.value - a.value);
  const byChange = cells.toSorted((a, b) => b.change - a.change);
  const [strongest, weakest] = [byValue[0], byValue.at(-1)];
  if (strongest === undefined || weakest === undefined) return null;
  return {
    strongest,
    weakest,
    gains: byChange.filter(({ change }) => change > 0).slice(0, most),
    losses: byChange
      .toReversed()
      .filter(({ change }) => change < 0)
      .slice(0, most),
  };
}
