import { type Family, families, familyOf } from '#shared/model/actions.ts';
import type { SeatId } from '#shared/model/world.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { orderPhrase } from '../../panels/lookup.ts';
import { type ComparedSession, markOf } from './compared.ts';

/** What was decided in one round of a session, and what came of it. */
export interface ComparedRound {
  readonly mark: string;
  readonly session: ComparedSession;
  /** How many orders of each family there were. */
  readonly counts: Readonly<Record<Family, number>>;
  /** The order of the state that was asked for, in words; null: everybody was. */
  readonly order: string | null;
  readonly before: Tenths;
  readonly after: Tenths;
}

/**
 * A round of each session that has it: what one state ordered, or everybody (null). Sessions in which the same was ordered stand
 * together, and among them those with the better outcome first.
 */
export function roundBeside(
  sessions: readonly ComparedSession[],
  round: number,
  seat: SeatId | null,
): readonly ComparedRound[] {
  const rows = sessions.flatMap((session, place): readonly ComparedRound[] => {
    const resolvedAt = session.source.breaks[round];
    const [before, after] = [session.dial[round - 1], session.dial[round]];
    if (resolvedAt === undefined || before === undefined || after === undefined) return [];
    const view = session.source.viewAt(resolvedAt);
    const orders = view.table.reveal?.orders ?? [];
    const own = orders[view.card.seats.findIndex(({ id }) => id === seat)];
    const order = own === undefined ? null : orderPhrase(view, own);
    return [{ mark: markOf(session, place), session, counts: countsOf(orders), order, before, after }];
  });
  return rows.toSorted(
    (a, b) => (a.order ?? '').localeCompare(b.order ?? '') || b.after - b.before - (a.after - a.before),
  );
}

function countsOf(orders: readonly { readonly action: keyof typeof familyOf }[]): ComparedRound['counts'] {
  const counts = { cooperate: 0, blocs: 0, securitize: 0, none: 0 };
  for (const { action } of orders) counts[familyOf[action]] += 1;
  return counts;
}

/** Orders that were given at several tables in one round. */
export interface SameOrder {
  readonly order: string;
  readonly changes: readonly Tenths[];
}

/** The orders of a state in one round, each with the dial's change at every table where it was given; the most frequent first. */
export function sameOrders(rows: readonly ComparedRound[]): readonly SameOrder[] {
  const byOrder = Map.groupBy(rows, ({ order }) => order ?? '');
  return [...byOrder]
    .map(([order, given]) => ({ order, changes: given.map(({ before, after }) => after - before) }))
    .toSorted((a, b) => b.changes.length - a.changes.length);
}

/** The families in the order of their marks, with how many orders of each. */
export function familyCounts(counts: ComparedRound['counts']): readonly (readonly [Family, number])[] {
  return families.map((family) => [family, counts[family]] as const);
}
